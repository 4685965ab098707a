<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ConnectionLog</name>
    <message>
        <source>Pennypost, what was said to mail servers</source>
        <translation>Pennypost, was mit Mailservern gesprochen wurde</translation>
    </message>
    <message>
        <source>Pennypost %1, what was said to mail servers</source>
        <translation>Pennypost %1, was mit Mailservern gesprochen wurde</translation>
    </message>
    <message>
        <source>Passwords and tokens are not in it, nor is any letter&apos;s text; addresses and server names are.</source>
        <translation>Passwörter und Token stehen nicht darin, auch kein Brieftext, wohl aber Adressen und Servernamen.</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>noch im Gange</translation>
    </message>
</context>
<context>
    <name>GuiOptions</name>
    <message>
        <source>Write a letter and be sure that it went out.</source>
        <translation>Einen Brief schreiben und sicher sein, dass er abging.</translation>
    </message>
    <message>
        <source>Keep everything in &lt;folder&gt;.</source>
        <translation>Alles in &lt;Ordner&gt; aufbewahren.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Links (mailto:...) and files with letters, to open.</source>
        <translation>Verweise (mailto:...) und Dateien mit Briefen, die geöffnet werden sollen.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>This computer is offline</source>
        <translation>Dieser Computer ist offline</translation>
    </message>
    <message>
        <source>There is no connection to any network, so nothing was sent. Try again as soon as you are back online.</source>
        <translation>Es besteht keine Verbindung zu einem Netz, daher wurde nichts gesendet. Versuchen Sie es erneut, sobald Sie wieder online sind.</translation>
    </message>
    <message>
        <source>There is no server of that name</source>
        <translation>Es gibt keinen Server dieses Namens</translation>
    </message>
    <message>
        <source>Nobody on the Internet knows a server called “%1”. Please check the name for a slip of the keyboard; your mail provider&apos;s help pages name the right one.</source>
        <translation>Niemand im Internet kennt einen Server namens „%1“. Bitte prüfen Sie den Namen auf Tippfehler; die Hilfeseiten Ihres Mailanbieters nennen den richtigen.</translation>
    </message>
    <message>
        <source>The server does not answer on this port</source>
        <translation>Der Server antwortet auf diesem Port nicht</translation>
    </message>
    <message>
        <source>The server could not be reached in time</source>
        <translation>Der Server war nicht rechtzeitig zu erreichen</translation>
    </message>
    <message>
        <source>%1 did not answer on port %2. Many networks block mail ports: try the other of the ports 465 and 587, another network, or a VPN.</source>
        <translation>%1 hat auf Port %2 nicht geantwortet. Viele Netze sperren Mailports: Versuchen Sie den anderen der Ports 465 und 587, ein anderes Netz oder ein VPN.</translation>
    </message>
    <message>
        <source>The server took too long</source>
        <translation>Der Server hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>%1 stopped answering, so we gave up waiting and nothing was sent. It may be busy: try again in a few minutes.</source>
        <translation>%1 antwortete nicht mehr, daher wurde das Warten beendet und nichts gesendet. Vielleicht ist er ausgelastet: Versuchen Sie es in einigen Minuten erneut.</translation>
    </message>
    <message>
        <source>The connection was cut</source>
        <translation>Die Verbindung wurde getrennt</translation>
    </message>
    <message>
        <source>The connection to %1 ended before its time, and nothing was handed over. Check your network and try again.</source>
        <translation>Die Verbindung zu %1 endete vorzeitig, und nichts wurde übergeben. Prüfen Sie Ihr Netz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This is not a mail server</source>
        <translation>Das ist kein Mailserver</translation>
    </message>
    <message>
        <source>Something else than a mail server answered at %1, port %2. In a hotel, a train or a café you may have to sign in to the network first: open any page in your browser, then try again. Otherwise check the server&apos;s name and port.</source>
        <translation>Unter %1, Port %2, antwortete etwas anderes als ein Mailserver. Im Hotel, im Zug oder im Café müssen Sie sich vielleicht erst im Netz anmelden: Öffnen Sie eine beliebige Seite im Browser und versuchen Sie es dann erneut. Prüfen Sie sonst Namen und Port des Servers.</translation>
    </message>
    <message>
        <source>The server refuses this computer</source>
        <translation>Der Server weist diesen Computer ab</translation>
    </message>
    <message>
        <source>%1 does not take mail from where you are, whoever you are. Its blocklist may hold the network you are in, or it may not be the server for sending. Try another network, or check the server&apos;s name.</source>
        <translation>%1 nimmt von Ihrem Standort keine Post an, von niemandem. Ihr Netz kann auf seiner Sperrliste stehen, oder er ist nicht der Server zum Senden. Versuchen Sie ein anderes Netz oder prüfen Sie den Namen des Servers.</translation>
    </message>
    <message>
        <source>This port begins without encryption</source>
        <translation>Dieser Port beginnt unverschlüsselt</translation>
    </message>
    <message>
        <source>We spoke TLS from the first byte, but %1 waits for plain text on port %2 and encrypts later, by STARTTLS. Switch to STARTTLS, which protects just as well.</source>
        <translation>Es wurde vom ersten Byte an TLS gesprochen, aber %1 wartet auf Port %2 auf Klartext und verschlüsselt erst später, mit STARTTLS. Wechseln Sie zu STARTTLS, das schützt ebenso gut.</translation>
    </message>
    <message>
        <source>This port is encrypted from the start</source>
        <translation>Dieser Port ist von Anfang an verschlüsselt</translation>
    </message>
    <message>
        <source>%1 waits for TLS from the first byte on port %2, and we waited for its greeting. Switch to TLS.</source>
        <translation>%1 erwartet auf Port %2 vom ersten Byte an TLS, und es wurde auf seine Begrüßung gewartet. Wechseln Sie zu TLS.</translation>
    </message>
    <message>
        <source>The connection could not be encrypted</source>
        <translation>Die Verbindung ließ sich nicht verschlüsseln</translation>
    </message>
    <message>
        <source>We and %1 could not agree on how to encrypt, so nothing was sent. A proxy or an antivirus program in between may be in the way. Try again, or try the other security setting.</source>
        <translation>Mit %1 kam keine Einigung über die Verschlüsselung zustande, daher wurde nichts gesendet. Ein Proxy oder ein Virenschutz dazwischen kann die Ursache sein. Versuchen Sie es erneut oder mit der anderen Sicherheitseinstellung.</translation>
    </message>
    <message>
        <source>The server&apos;s encryption is too old</source>
        <translation>Die Verschlüsselung des Servers ist zu alt</translation>
    </message>
    <message>
        <source>%1 offers only versions of TLS that are known to be broken; we ask for TLS 1.2 or newer. Please ask your provider for another server, or to renew this one.</source>
        <translation>%1 bietet nur TLS-Versionen, die als gebrochen gelten; verlangt wird TLS 1.2 oder neuer. Bitten Sie Ihren Anbieter um einen anderen Server oder darum, diesen zu erneuern.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut</translation>
    </message>
    <message>
        <source>%1 proves who it is with a certificate that nobody known to this computer vouches for, so it could be anyone. If it is your own server, compare the fingerprint and trust exactly this certificate.</source>
        <translation>%1 weist sich mit einem Zertifikat aus, für das sich niemand verbürgt, den dieser Computer kennt; es könnte also jeder sein. Ist es Ihr eigener Server, vergleichen Sie den Fingerabdruck und vertrauen Sie genau diesem Zertifikat.</translation>
    </message>
    <message>
        <source>%1 proves who it is with a certificate made by “%2”, whom this computer does not know, so it could be anyone. If that is your own server or your antivirus program, compare the fingerprint and trust exactly this certificate.</source>
        <translation>%1 weist sich mit einem Zertifikat von „%2“ aus, den dieser Computer nicht kennt; es könnte also jeder sein. Ist das Ihr eigener Server oder Ihr Virenschutz, vergleichen Sie den Fingerabdruck und vertrauen Sie genau diesem Zertifikat.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid today</source>
        <translation>Das Zertifikat des Servers gilt heute nicht</translation>
    </message>
    <message>
        <source>The certificate of %1 has run out or is not valid yet. First check this computer&apos;s date and time. If they are right, the server&apos;s owner must renew it; only if you know the fingerprint, trust exactly this certificate.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen oder noch nicht gültig. Prüfen Sie zuerst Datum und Uhrzeit dieses Computers. Stimmen sie, muss der Betreiber es erneuern; nur wenn Sie den Fingerabdruck kennen, vertrauen Sie genau diesem Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate belongs to another server</source>
        <translation>Das Zertifikat gehört einem anderen Server</translation>
    </message>
    <message>
        <source>What answers as %1 proves to be somebody else. Most often the server&apos;s name is mistyped or only its second name: the certificate says for which names it stands.</source>
        <translation>Was sich als %1 meldet, weist sich als jemand anderes aus. Meist ist der Name des Servers vertippt oder nur sein Zweitname: Das Zertifikat sagt, für welche Namen es steht.</translation>
    </message>
    <message>
        <source>The server shows another certificate than before</source>
        <translation>Der Server zeigt ein anderes Zertifikat als bisher</translation>
    </message>
    <message>
        <source>For %1 you trusted one certificate alone, and this is not it. Its owner may have renewed it, or somebody may be listening in. Ask the owner for the new fingerprint before you trust it.</source>
        <translation>Für %1 haben Sie einem einzigen Zertifikat vertraut, und dieses ist es nicht. Der Betreiber kann es erneuert haben, oder jemand hört mit. Fragen Sie den Betreiber nach dem neuen Fingerabdruck, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>The server does not offer encryption here</source>
        <translation>Der Server bietet hier keine Verschlüsselung an</translation>
    </message>
    <message>
        <source>%1 does not offer STARTTLS on port %2. In clear anybody on the way could read along, so we stopped. Try TLS on port 465.</source>
        <translation>%1 bietet auf Port %2 kein STARTTLS an. Im Klartext könnte unterwegs jeder mitlesen, daher wurde abgebrochen. Versuchen Sie TLS auf Port 465.</translation>
    </message>
    <message>
        <source>The server refused to encrypt</source>
        <translation>Der Server lehnte die Verschlüsselung ab</translation>
    </message>
    <message>
        <source>%1 offers STARTTLS but did not go through with it, so we stopped before anything private went out. Try again in a few minutes, or try TLS on port 465.</source>
        <translation>%1 bietet STARTTLS an, führte es aber nicht aus; abgebrochen wurde, bevor etwas Vertrauliches hinausging. Versuchen Sie es in einigen Minuten erneut oder mit TLS auf Port 465.</translation>
    </message>
    <message>
        <source>Somebody tampers with the connection</source>
        <translation>Jemand greift in die Verbindung ein</translation>
    </message>
    <message>
        <source>Just before encryption began, bytes came in that %1 could not have sent rightly. This is how an attack looks, so we stopped and nothing was sent. Use another network, or TLS on port 465.</source>
        <translation>Kurz vor Beginn der Verschlüsselung kamen Bytes an, die %1 nicht rechtmäßig gesendet haben kann. So sieht ein Angriff aus, daher wurde abgebrochen und nichts gesendet. Nehmen Sie ein anderes Netz oder TLS auf Port 465.</translation>
    </message>
    <message>
        <source>this sender</source>
        <translation>diesem Absender</translation>
    </message>
    <message>
        <source>The server does not let you send as this sender</source>
        <translation>Der Server lässt Sie nicht mit diesem Absender senden</translation>
    </message>
    <message>
        <source>%1 takes no letters from %2. Choose an address that belongs to this account.</source>
        <translation>%1 nimmt von %2 keine Briefe an. Wählen Sie eine Adresse, die zu diesem Konto gehört.</translation>
    </message>
    <message>
        <source>You write as %1 and are signed in as %2; %3 does not let these two go together. Choose an address that belongs to this account, or send through the right one.</source>
        <translation>Sie schreiben als %1 und sind als %2 angemeldet; %3 lässt beides zusammen nicht zu. Wählen Sie eine Adresse dieses Kontos oder senden Sie über das richtige.</translation>
    </message>
    <message>
        <source>There is no recipient left</source>
        <translation>Es ist kein Empfänger übrig</translation>
    </message>
    <message>
        <source>The letter has nobody to go to, so it was not sent. Add a recipient and send it again.</source>
        <translation>Der Brief hat niemanden, zu dem er gehen könnte, und wurde daher nicht gesendet. Fügen Sie einen Empfänger hinzu und senden Sie ihn erneut.</translation>
    </message>
    <message>
        <source>A recipient was refused</source>
        <translation>Ein Empfänger wurde abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%n recipients were refused</source>
        <translation>
            <numerusform>Ein Empfänger wurde abgelehnt</numerusform>
            <numerusform>%n Empfänger wurden abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 did not take %2, so the letter has gone to nobody yet. Correct or remove the address; what the server said about it stands below.</source>
        <translation>%1 hat %2 nicht angenommen, daher ging der Brief noch an niemanden. Berichtigen oder entfernen Sie die Adresse; was der Server dazu sagte, steht unten.</translation>
    </message>
    <message>
        <source>The server does not pass letters on for you</source>
        <translation>Der Server leitet für Sie keine Briefe weiter</translation>
    </message>
    <message>
        <source>%1 would take mail for its own people, but does not send it elsewhere for you. Most often it is not the server for sending, or the account has no user name and password.</source>
        <translation>%1 nähme Post für die eigenen Leute an, sendet sie aber nicht für Sie weiter. Meist ist er nicht der Server zum Senden, oder dem Konto fehlen Benutzername und Passwort.</translation>
    </message>
    <message>
        <source>There are too many recipients</source>
        <translation>Es sind zu viele Empfänger</translation>
    </message>
    <message>
        <source>%1 does not take that many recipients at once, so the letter has gone to nobody yet. Send it in several letters with fewer recipients each.</source>
        <translation>%1 nimmt nicht so viele Empfänger auf einmal an, daher ging der Brief noch an niemanden. Senden Sie ihn in mehreren Briefen mit jeweils weniger Empfängern.</translation>
    </message>
    <message>
        <source>The letter is too large</source>
        <translation>Der Brief ist zu groß</translation>
    </message>
    <message>
        <source>%1 takes letters of up to %2, and attachments grow by a third on their way. Remove or shrink some of them, or send a link instead.</source>
        <translation>%1 nimmt Briefe bis %2 an, und Anhänge wachsen unterwegs um ein Drittel. Entfernen oder verkleinern Sie einige, oder senden Sie stattdessen einen Link.</translation>
    </message>
    <message>
        <source>%1 does not take a letter of this size; attachments grow by a third on their way. Remove or shrink some of them, or send a link instead.</source>
        <translation>%1 nimmt einen Brief dieser Größe nicht an; Anhänge wachsen unterwegs um ein Drittel. Entfernen oder verkleinern Sie einige, oder senden Sie stattdessen einen Link.</translation>
    </message>
    <message>
        <source>The sending limit is reached</source>
        <translation>Die Sendegrenze ist erreicht</translation>
    </message>
    <message>
        <source>%1 allows a certain number of letters in an hour or a day, and that number is used up. Your letter is kept: send it again later, at the latest after 24 hours.</source>
        <translation>%1 erlaubt eine bestimmte Zahl von Briefen in der Stunde oder am Tag, und sie ist aufgebraucht. Ihr Brief bleibt erhalten: Senden Sie ihn später erneut, spätestens nach 24 Stunden.</translation>
    </message>
    <message>
        <source>The server refused what is in the letter</source>
        <translation>Der Server lehnt ab, was in dem Brief steht</translation>
    </message>
    <message>
        <source>%1 took the letter for spam, found a virus, or does not allow a kind of attachment or a link in it. What it said stands below; change that part and send again.</source>
        <translation>%1 hielt den Brief für Spam, fand ein Virus oder erlaubt eine Art von Anhang oder einen Link darin nicht. Was er sagte, steht unten; ändern Sie diesen Teil und senden Sie erneut.</translation>
    </message>
    <message>
        <source>The server cannot handle your address</source>
        <translation>Der Server kann mit Ihrer Adresse nicht umgehen</translation>
    </message>
    <message>
        <source>%1 holds letters beyond plain English ones before the @ sign, and %2 cannot pass such addresses on. Send from another address.</source>
        <translation>%1 enthält vor dem @ andere als einfache englische Buchstaben, und %2 kann solche Adressen nicht weitergeben. Senden Sie von einer anderen Adresse.</translation>
    </message>
    <message>
        <source>The server cannot handle an international address</source>
        <translation>Der Server kann mit einer internationalen Adresse nicht umgehen</translation>
    </message>
    <message>
        <source>The letter&apos;s headers need SMTPUTF8, which %1 does not offer. Send it through another server.</source>
        <translation>Die Kopfzeilen des Briefs brauchen SMTPUTF8, das %1 nicht anbietet. Senden Sie ihn über einen anderen Server.</translation>
    </message>
    <message>
        <source>%1 holds letters beyond plain English ones before the @ sign, and %2 cannot pass such addresses on. Ask whether the recipient has another address.</source>
        <translation>%1 enthält vor dem @ andere als einfache englische Buchstaben, und %2 kann solche Adressen nicht weitergeben. Fragen Sie, ob der Empfänger eine andere Adresse hat.</translation>
    </message>
    <message>
        <source>The server finds the letter malformed</source>
        <translation>Der Server hält den Brief für fehlerhaft</translation>
    </message>
    <message>
        <source>The server asks to try later</source>
        <translation>Der Server bittet um einen späteren Versuch</translation>
    </message>
    <message>
        <source>%1 cannot serve you at the moment; servers that do not know you yet often ask to wait, too. Try again in 5 to 30 minutes.</source>
        <translation>%1 kann Sie im Moment nicht bedienen; auch Server, die Sie noch nicht kennen, bitten oft zu warten. Versuchen Sie es in 5 bis 30 Minuten erneut.</translation>
    </message>
    <message>
        <source>If it goes on for days, the server&apos;s name may be the wrong one for this account.</source>
        <translation>Hält das tagelang an, ist der Name des Servers für dieses Konto vielleicht falsch.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Der Server lehnte ab</translation>
    </message>
    <message>
        <source>%1 said no, for the reason that stands below in its own words, and nothing was sent. If they do not help, your provider can say more.</source>
        <translation>%1 sagte nein, aus dem Grund, der unten in seinen eigenen Worten steht, und nichts wurde gesendet. Hilft das nicht, weiß Ihr Anbieter mehr.</translation>
    </message>
    <message>
        <source>The server answers nonsense</source>
        <translation>Der Server antwortet Unsinn</translation>
    </message>
    <message>
        <source>%1 sent something that no mail server may send, so we stopped. A proxy or an antivirus program in between may be the cause; try again, or check the server&apos;s name and port.</source>
        <translation>%1 sendete etwas, das kein Mailserver senden darf, daher wurde abgebrochen. Ein Proxy oder ein Virenschutz dazwischen kann die Ursache sein; versuchen Sie es erneut oder prüfen Sie Namen und Port des Servers.</translation>
    </message>
    <message>
        <source>A part of the letter could not be read</source>
        <translation>Ein Teil des Briefs konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>An attachment has changed or is gone, so nothing was sent. Remove it or attach it again.</source>
        <translation>Ein Anhang hat sich geändert oder ist weg, daher wurde nichts gesendet. Entfernen Sie ihn oder hängen Sie ihn erneut an.</translation>
    </message>
    <message>
        <source>“%1” could not be read as it was when you attached it, so nothing was sent. Remove it or attach it again.</source>
        <translation>„%1“ war nicht mehr so zu lesen wie beim Anhängen, daher wurde nichts gesendet. Entfernen Sie den Anhang oder hängen Sie ihn erneut an.</translation>
    </message>
    <message>
        <source>The letter could not be stored on this computer</source>
        <translation>Der Brief konnte auf diesem Computer nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Sending was cancelled</source>
        <translation>Das Senden wurde abgebrochen</translation>
    </message>
    <message>
        <source>You stopped it in time: nothing was sent, and the letter is still here.</source>
        <translation>Sie haben es rechtzeitig angehalten: Nichts wurde gesendet, und der Brief ist noch hier.</translation>
    </message>
    <message>
        <source>It went out whole, but the confirmation of %1 never came in. Look into your Sent folder at the provider or ask a recipient, then decide; sending again could deliver it twice.</source>
        <translation>Er ging vollständig hinaus, aber die Bestätigung von %1 kam nie an. Sehen Sie beim Anbieter in den Ordner der gesendeten Briefe oder fragen Sie einen Empfänger, und entscheiden Sie dann; erneut zu senden könnte ihn doppelt zustellen.</translation>
    </message>
    <message>
        <source>The letters on this computer cannot be opened</source>
        <translation>Die Briefe auf diesem Computer lassen sich nicht öffnen</translation>
    </message>
    <message>
        <source>The folder of this profile may be write-protected, or on a disk that is not there. Nothing can be kept until that is put right.</source>
        <translation>Der Ordner dieses Profils ist vielleicht schreibgeschützt oder liegt auf einer Platte, die nicht da ist. Bis das behoben ist, kann nichts aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The store of letters was damaged</source>
        <translation>Der Speicher der Briefe war beschädigt</translation>
    </message>
    <message>
        <source>The store of letters is from a newer version</source>
        <translation>Der Speicher der Briefe stammt von einer neueren Version</translation>
    </message>
    <message>
        <source>A later version of Pennypost wrote it, so this one leaves it alone. Please use that version, or another profile.</source>
        <translation>Eine spätere Version von Pennypost hat ihn geschrieben, daher rührt diese ihn nicht an. Bitte nehmen Sie jene Version oder ein anderes Profil.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Die Platte ist voll</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The file changed while it was being attached</source>
        <translation>Die Datei änderte sich, während sie angehängt wurde</translation>
    </message>
    <message>
        <source>Another program was writing to it, so what we have of it is incomplete. Wait until that is done, then attach it again.</source>
        <translation>Ein anderes Programm schrieb in sie, daher ist unvollständig, was von ihr vorliegt. Warten Sie, bis das beendet ist, und hängen Sie sie dann erneut an.</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>Es ist nicht mehr da</translation>
    </message>
    <message>
        <source>What was asked for has been removed in the meantime, perhaps in another window.</source>
        <translation>Das Verlangte wurde inzwischen entfernt, vielleicht in einem anderen Fenster.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>You stopped it, and nothing was changed.</source>
        <translation>Sie haben es angehalten, und nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It could not be stored</source>
        <translation>Es konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>There is no recipient</source>
        <translation>Es gibt keinen Empfänger</translation>
    </message>
    <message>
        <source>Say in To, Cc or Bcc who is to get the letter.</source>
        <translation>Sagen Sie unter An, Kopie oder Blindkopie, wer den Brief bekommen soll.</translation>
    </message>
    <message>
        <source>An address is not complete</source>
        <translation>Eine Adresse ist nicht vollständig</translation>
    </message>
    <message>
        <source>“%1” is no mail address. Correct or remove it.</source>
        <translation>„%1“ ist keine Mailadresse. Berichtigen oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>There is no sender</source>
        <translation>Es gibt keinen Absender</translation>
    </message>
    <message>
        <source>Choose under From who writes the letter.</source>
        <translation>Wählen Sie unter Von, wer den Brief schreibt.</translation>
    </message>
    <message>
        <source>The subject is empty</source>
        <translation>Der Betreff ist leer</translation>
    </message>
    <message>
        <source>A letter without a subject is easily overlooked or taken for spam. Send it all the same?</source>
        <translation>Ein Brief ohne Betreff wird leicht übersehen oder für Spam gehalten. Trotzdem senden?</translation>
    </message>
    <message>
        <source>The letter is empty</source>
        <translation>Der Brief ist leer</translation>
    </message>
    <message>
        <source>There is neither text nor an attachment. Send it all the same?</source>
        <translation>Es gibt weder Text noch einen Anhang. Trotzdem senden?</translation>
    </message>
    <message>
        <source>An attachment is gone</source>
        <translation>Ein Anhang ist weg</translation>
    </message>
    <message>
        <source>“%1” is not there any more. Remove it from the letter or attach it again.</source>
        <translation>„%1“ ist nicht mehr da. Entfernen Sie den Anhang aus dem Brief oder hängen Sie ihn erneut an.</translation>
    </message>
    <message>
        <source>An attachment has changed</source>
        <translation>Ein Anhang hat sich geändert</translation>
    </message>
    <message>
        <source>“%1” is not what it was when you attached it. Attach it again to send it as it is now.</source>
        <translation>„%1“ ist nicht mehr so wie beim Anhängen. Hängen Sie die Datei erneut an, um sie zu senden, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>An attachment cannot be read</source>
        <translation>Ein Anhang kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>You are not allowed to read “%1”, or its disk is not there. Remove it or attach it again.</source>
        <translation>Sie dürfen „%1“ nicht lesen, oder die Platte ist nicht da. Entfernen Sie den Anhang oder hängen Sie ihn erneut an.</translation>
    </message>
    <message>
        <source>A header field cannot be used</source>
        <translation>Eine Kopfzeile kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>“%1” is either written by Pennypost itself or holds characters that no header may hold. Leave it out.</source>
        <translation>„%1“ schreibt Pennypost entweder selbst, oder sie enthält Zeichen, die keine Kopfzeile enthalten darf. Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Looking up the server</source>
        <translation>Server wird gesucht</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Encrypting the connection</source>
        <translation>Verbindung wird verschlüsselt</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Warten auf den Server</translation>
    </message>
    <message>
        <source>Introducing ourselves</source>
        <translation>Vorstellen</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Announcing the sender</source>
        <translation>Absender wird genannt</translation>
    </message>
    <message>
        <source>Announcing the recipients</source>
        <translation>Empfänger werden genannt</translation>
    </message>
    <message>
        <source>Asking leave to send</source>
        <translation>Um Erlaubnis zum Senden bitten</translation>
    </message>
    <message>
        <source>Sending the letter</source>
        <translation>Der Brief wird gesendet</translation>
    </message>
    <message>
        <source>Waiting for the server&apos;s confirmation</source>
        <translation>Warten auf die Bestätigung des Servers</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>There is no address here.</source>
        <translation>Hier steht keine Adresse.</translation>
    </message>
    <message>
        <source>An address needs an @ sign, as in name@example.org.</source>
        <translation>Eine Adresse braucht ein @, wie in name@example.org.</translation>
    </message>
    <message>
        <source>The name before the @ sign is missing.</source>
        <translation>Der Name vor dem @ fehlt.</translation>
    </message>
    <message>
        <source>The part after the @ sign is missing.</source>
        <translation>Der Teil nach dem @ fehlt.</translation>
    </message>
    <message>
        <source>A dot may not stand at the start, at the end or beside another dot.</source>
        <translation>Ein Punkt darf nicht am Anfang, am Ende oder neben einem anderen Punkt stehen.</translation>
    </message>
    <message>
        <source>The part before the @ sign holds a blank or another character that it may not hold.</source>
        <translation>Der Teil vor dem @ enthält ein Leerzeichen oder ein anderes Zeichen, das dort nicht stehen darf.</translation>
    </message>
    <message>
        <source>The part after the @ sign is no valid domain name.</source>
        <translation>Der Teil nach dem @ ist kein gültiger Domainname.</translation>
    </message>
    <message>
        <source>What stands in the square brackets is no Internet address.</source>
        <translation>Was in den eckigen Klammern steht, ist keine Internetadresse.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>The closing parenthesis is missing.</source>
        <translation>Die schließende Klammer fehlt.</translation>
    </message>
    <message>
        <source>The closing angle bracket is missing.</source>
        <translation>Die schließende spitze Klammer fehlt.</translation>
    </message>
    <message>
        <source>There is more text after the address. A comma parts two addresses.</source>
        <translation>Nach der Adresse steht weiterer Text. Ein Komma trennt zwei Adressen.</translation>
    </message>
    <message>
        <source>The address holds an invisible control character. Please type it anew.</source>
        <translation>Die Adresse enthält ein unsichtbares Steuerzeichen. Bitte geben Sie sie neu ein.</translation>
    </message>
    <message>
        <source>The address is too long: at most 64 bytes before the @ sign and 254 in all are allowed.</source>
        <translation>Die Adresse ist zu lang: Erlaubt sind höchstens 64 Byte vor dem @ und 254 insgesamt.</translation>
    </message>
    <message>
        <source>The comments in this address are nested too deeply.</source>
        <translation>Die Kommentare in dieser Adresse sind zu tief geschachtelt.</translation>
    </message>
    <message>
        <source>Made for: %1</source>
        <translation>Ausgestellt für: %1</translation>
    </message>
    <message>
        <source>Stands for: %1</source>
        <translation>Steht für: %1</translation>
    </message>
    <message>
        <source>no name at all</source>
        <translation>gar keinen Namen</translation>
    </message>
    <message>
        <source>Made by: %1</source>
        <translation>Ausgestellt von: %1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>Gültig von %1 bis %2</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>&amp;Decide…</source>
        <translation>&amp;Entscheiden…</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>der Server</translation>
    </message>
    <message>
        <source>This happened at the step “%1”.</source>
        <translation>Das geschah bei dem Schritt „%1“.</translation>
    </message>
    <message>
        <source>No password is stored for this account</source>
        <translation>Für dieses Konto ist kein Passwort gespeichert</translation>
    </message>
    <message>
        <source>It may have been removed from the keyring, or never been kept. Enter it once more.</source>
        <translation>Es wurde vielleicht aus dem Schlüsselbund entfernt oder nie aufbewahrt. Geben Sie es noch einmal ein.</translation>
    </message>
    <message>
        <source>There is no place to keep the password</source>
        <translation>Es gibt keinen Ort, das Passwort aufzubewahren</translation>
    </message>
    <message>
        <source>No keyring is running in this session. Install the package “gnome-keyring” if it is missing, sign out and in again, and see that “Passwords and Keys” shows a keyring. Or keep the password for this session only.</source>
        <translation>In dieser Sitzung läuft kein Schlüsselbund. Installieren Sie das Paket „gnome-keyring“, falls es fehlt, melden Sie sich ab und wieder an, und sehen Sie nach, ob „Passwörter und Schlüssel“ einen Schlüsselbund zeigt. Oder behalten Sie das Passwort nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>KWallet is not running in this session. Switch the wallet on in System Settings under “KDE Wallet”, then try again. Or keep the password for this session only.</source>
        <translation>KWallet läuft in dieser Sitzung nicht. Schalten Sie die digitale Brieftasche in den Systemeinstellungen unter „KDE-Passwortspeicher“ ein und versuchen Sie es dann erneut. Oder behalten Sie das Passwort nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>No keyring is running in this session. Install “gnome-keyring”, or KeePassXC with its Secret Service switched on, then try again. Or keep the password for this session only.</source>
        <translation>In dieser Sitzung läuft kein Schlüsselbund. Installieren Sie „gnome-keyring“, oder KeePassXC mit eingeschaltetem Secret Service, und versuchen Sie es dann erneut. Oder behalten Sie das Passwort nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The Windows Credential Manager does not answer. See that the service “Credential Manager” is running, then try again. Or keep the password for this session only.</source>
        <translation>Die Windows-Anmeldeinformationsverwaltung antwortet nicht. Sehen Sie nach, ob der Dienst „Anmeldeinformationsverwaltung“ läuft, und versuchen Sie es dann erneut. Oder behalten Sie das Passwort nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The macOS Keychain does not answer. Open “Keychain Access” and see that your login keychain is there, then try again. Or keep the password for this session only.</source>
        <translation>Der macOS-Schlüsselbund antwortet nicht. Öffnen Sie die „Schlüsselbundverwaltung“ und sehen Sie nach, ob Ihr Anmelde-Schlüsselbund da ist, und versuchen Sie es dann erneut. Oder behalten Sie das Passwort nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>Open your wallet in KWalletManager, or when you are asked, then try again.</source>
        <translation>Öffnen Sie Ihre Brieftasche in KWalletManager oder wenn Sie gefragt werden, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Unlock your keyring or your KeePassXC database, or when you are asked, then try again.</source>
        <translation>Entsperren Sie Ihren Schlüsselbund oder Ihre KeePassXC-Datenbank, auch wenn Sie gefragt werden, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Sign in to Windows again, so that the Credential Manager can be opened, then try again.</source>
        <translation>Melden Sie sich erneut bei Windows an, damit die Anmeldeinformationsverwaltung geöffnet werden kann, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Unlock your login keychain in “Keychain Access”, or when you are asked, then try again.</source>
        <translation>Entsperren Sie Ihren Anmelde-Schlüsselbund in der „Schlüsselbundverwaltung“ oder wenn Sie gefragt werden, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Access to the stored password was refused</source>
        <translation>Der Zugriff auf das gespeicherte Passwort wurde verweigert</translation>
    </message>
    <message>
        <source>The keyring did not let this program in. Allow it when you are asked; “Passwords and Keys” shows the entry.</source>
        <translation>Der Schlüsselbund ließ dieses Programm nicht ein. Erlauben Sie es, wenn Sie gefragt werden; „Passwörter und Schlüssel“ zeigt den Eintrag.</translation>
    </message>
    <message>
        <source>KWallet did not let this program in. Allow it in System Settings under “KDE Wallet”, “Access Control”.</source>
        <translation>KWallet ließ dieses Programm nicht ein. Erlauben Sie es in den Systemeinstellungen unter „KDE-Passwortspeicher“, „Zugriffskontrolle“.</translation>
    </message>
    <message>
        <source>The keyring did not let this program in. Allow it when you are asked, or in the settings of KeePassXC under “Secret Service Integration”.</source>
        <translation>Der Schlüsselbund ließ dieses Programm nicht ein. Erlauben Sie es, wenn Sie gefragt werden, oder in den Einstellungen von KeePassXC unter „Secret-Service-Integration“.</translation>
    </message>
    <message>
        <source>The Credential Manager did not let this program in. Remove its entry under “Windows Credentials” and enter the password again.</source>
        <translation>Die Anmeldeinformationsverwaltung ließ dieses Programm nicht ein. Entfernen Sie den Eintrag unter „Windows-Anmeldeinformationen“ und geben Sie das Passwort erneut ein.</translation>
    </message>
    <message>
        <source>The Keychain did not let this program in. Choose “Always Allow” when you are asked, or remove the entry in “Keychain Access”.</source>
        <translation>Der Schlüsselbund ließ dieses Programm nicht ein. Wählen Sie „Immer erlauben“, wenn Sie gefragt werden, oder entfernen Sie den Eintrag in der „Schlüsselbundverwaltung“.</translation>
    </message>
    <message>
        <source>The password is too long for the keyring</source>
        <translation>Das Passwort ist zu lang für den Schlüsselbund</translation>
    </message>
    <message>
        <source>The keyring of this system did not give back what was written to it, so it cannot hold this password. Use a shorter one, such as an app password, or keep it for this session only.</source>
        <translation>Der Schlüsselbund dieses Systems gab nicht zurück, was hineingeschrieben wurde, kann dieses Passwort also nicht halten. Nehmen Sie ein kürzeres, etwa ein App-Passwort, oder behalten Sie es nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The keyring reports a failure</source>
        <translation>Der Schlüsselbund meldet einen Fehler</translation>
    </message>
    <message>
        <source>What it says stands below. See in “Passwords and Keys” whether your keyring is there and unlocked, then try again.</source>
        <translation>Was er sagt, steht unten. Sehen Sie in „Passwörter und Schlüssel“ nach, ob Ihr Schlüsselbund da und entsperrt ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>What it says stands below. See in KWalletManager whether your wallet is there and open, then try again.</source>
        <translation>Was er sagt, steht unten. Sehen Sie in KWalletManager nach, ob Ihre Brieftasche da und offen ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>What it says stands below. See that “gnome-keyring” or KeePassXC with its Secret Service is running and unlocked, then try again.</source>
        <translation>Was er sagt, steht unten. Sehen Sie nach, ob „gnome-keyring“ oder KeePassXC mit seinem Secret Service läuft und entsperrt ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>What it says stands below. See in the Credential Manager whether it can store anything, then try again.</source>
        <translation>Was er sagt, steht unten. Sehen Sie in der Anmeldeinformationsverwaltung nach, ob sie etwas speichern kann, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>What it says stands below. See in “Keychain Access” whether your login keychain is unlocked, then try again.</source>
        <translation>Was er sagt, steht unten. Sehen Sie in der „Schlüsselbundverwaltung“ nach, ob Ihr Anmelde-Schlüsselbund entsperrt ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>this account</source>
        <translation>dieses Konto</translation>
    </message>
    <message>
        <source>The password could not be read</source>
        <translation>Das Passwort konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>There is no password at hand for %1: the keyring is locked, absent, or holds none. Unlock it and try again, or enter the password anew.</source>
        <translation>Für %1 ist kein Passwort zur Hand: Der Schlüsselbund ist gesperrt, fehlt oder enthält keines. Entsperren Sie ihn und versuchen Sie es erneut, oder geben Sie das Passwort neu ein.</translation>
    </message>
    <message>
        <source>The server wants another way to sign in</source>
        <translation>Der Server verlangt eine andere Art der Anmeldung</translation>
    </message>
    <message>
        <source>%1 offers %2. It seems to want you to sign in through the browser, which this version cannot do yet; an app password may help where the provider gives them.</source>
        <translation>%1 bietet %2 an. Er will wohl, dass Sie sich im Browser anmelden, was diese Version noch nicht kann; ein App-Passwort kann helfen, wo der Anbieter welche vergibt.</translation>
    </message>
    <message>
        <source>There is no way to sign in that both sides know</source>
        <translation>Es gibt keine Art der Anmeldung, die beide Seiten kennen</translation>
    </message>
    <message>
        <source>%1 offers no way to sign in at all here. It may be the wrong server or port; a server that wants no sign-in needs an empty user name.</source>
        <translation>%1 bietet hier gar keine Anmeldung an. Server oder Port können falsch sein; ein Server ohne Anmeldung braucht einen leeren Benutzernamen.</translation>
    </message>
    <message>
        <source>%1 offers %2, and none of that fits your account&apos;s settings. Choose “automatic” as the way to sign in, or ask your provider.</source>
        <translation>%1 bietet %2 an, und nichts davon passt zu den Einstellungen Ihres Kontos. Wählen Sie „automatisch“ als Art der Anmeldung oder fragen Sie Ihren Anbieter.</translation>
    </message>
    <message>
        <source>This takes an encrypted connection</source>
        <translation>Dafür braucht es eine verschlüsselte Verbindung</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted, and a password or a letter must not go out like that. Switch encryption on: TLS on port 465, or STARTTLS on port 587.</source>
        <translation>Die Verbindung zu %1 ist nicht verschlüsselt, und so darf weder ein Passwort noch ein Brief hinaus. Schalten Sie die Verschlüsselung ein: TLS auf Port 465 oder STARTTLS auf Port 587.</translation>
    </message>
    <message>
        <source>The password cannot be sent</source>
        <translation>Das Passwort kann nicht gesendet werden</translation>
    </message>
    <message>
        <source>The user name or the password of %1 holds a character that no server takes. Please enter them again.</source>
        <translation>Der Benutzername oder das Passwort von %1 enthält ein Zeichen, das kein Server annimmt. Bitte geben Sie beides erneut ein.</translation>
    </message>
    <message>
        <source>The password was not accepted</source>
        <translation>Das Passwort wurde nicht angenommen</translation>
    </message>
    <message>
        <source>%1 did not take the user name “%2” with the stored password. Check both, and the Caps Lock key, and enter the password again.</source>
        <translation>%1 hat den Benutzernamen „%2“ mit dem gespeicherten Passwort nicht angenommen. Prüfen Sie beides und die Feststelltaste, und geben Sie das Passwort erneut ein.</translation>
    </message>
    <message>
        <source>With this provider mail programs need an app password instead of your own.</source>
        <translation>Bei diesem Anbieter brauchen Mailprogramme ein App-Passwort statt Ihres eigenen.</translation>
    </message>
    <message>
        <source>An app password is needed</source>
        <translation>Ein App-Passwort wird gebraucht</translation>
    </message>
    <message>
        <source>Your own password is not meant for mail programs at this provider. Make an app password (some call it an authorization code) on the provider&apos;s web pages, then enter it here in place of your password.</source>
        <translation>Ihr eigenes Passwort ist bei diesem Anbieter nicht für Mailprogramme gedacht. Legen Sie auf den Webseiten des Anbieters ein App-Passwort an (manche nennen es Autorisierungscode) und geben Sie es hier statt Ihres Passworts ein.</translation>
    </message>
    <message>
        <source>Passwords are switched off for this account</source>
        <translation>Für dieses Konto sind Passwörter abgeschaltet</translation>
    </message>
    <message>
        <source>The organisation behind %1 does not let mail programs sign in with a password. Ask the administrator to allow authenticated SMTP for %2, or switch access for mail programs on in the provider&apos;s web settings.</source>
        <translation>Die Organisation hinter %1 lässt Mailprogramme nicht mit einem Passwort anmelden. Bitten Sie die Verwaltung, authentifiziertes SMTP für %2 zu erlauben, oder schalten Sie den Zugang für Mailprogramme in den Webeinstellungen des Anbieters ein.</translation>
    </message>
    <message>
        <source>The sign-in has run out</source>
        <translation>Die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <source>%1 no longer accepts the sign-in that was kept for %2. Sign in once more.</source>
        <translation>%1 nimmt die aufbewahrte Anmeldung für %2 nicht mehr an. Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>The server refused the way we sign in</source>
        <translation>Der Server lehnte die Art der Anmeldung ab</translation>
    </message>
    <message>
        <source>%1 offers ways to sign in that it then did not go through with. Choose another one in the account&apos;s settings, or try again later.</source>
        <translation>%1 bietet Arten der Anmeldung an, die er dann nicht ausführte. Wählen Sie in den Einstellungen des Kontos eine andere oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server wants you to sign in</source>
        <translation>Der Server verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>%1 takes letters only from people who have signed in. Add a user name and a password to the account.</source>
        <translation>%1 nimmt Briefe nur von Angemeldeten an. Ergänzen Sie das Konto um Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <source>Signing in does not work at the moment</source>
        <translation>Die Anmeldung geht im Moment nicht</translation>
    </message>
    <message>
        <source>%1 cannot check passwords right now, or has seen too many attempts. Your password is probably right: wait a few minutes and try again.</source>
        <translation>%1 kann gerade keine Passwörter prüfen oder hat zu viele Versuche gesehen. Ihr Passwort ist wahrscheinlich richtig: Warten Sie einige Minuten und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>These names were tried, and nobody on the Internet knows a server called so: %1. Please enter the name that your mail provider&apos;s help pages give.</source>
        <translation>Diese Namen wurden versucht, und niemand im Internet kennt einen Server, der so heißt: %1. Bitte geben Sie den Namen ein, den die Hilfeseiten Ihres Mailanbieters nennen.</translation>
    </message>
    <message>
        <source>This letter cannot be edited</source>
        <translation>Dieser Brief kann nicht bearbeitet werden</translation>
    </message>
    <message>
        <source>It came to Pennypost as a finished file, and only its header is known here. To send it again, hand the file in once more.</source>
        <translation>Er kam als fertige Datei zu Pennypost, und hier ist nur sein Kopf bekannt. Um ihn erneut zu senden, übergeben Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>This letter cannot be read</source>
        <translation>Dieser Brief kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>What is stored of it is damaged. It was left as it is, and the other letters are not concerned; a backup may bring it back.</source>
        <translation>Was von ihm gespeichert ist, ist beschädigt. Es wurde so gelassen, und die anderen Briefe sind nicht betroffen; eine Sicherung kann ihn zurückbringen.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Ser&amp;ver settings…</source>
        <translation>Serverei&amp;nstellungen…</translation>
    </message>
    <message>
        <source>Enter the &amp;password…</source>
        <translation>Passwort &amp;eingeben…</translation>
    </message>
    <message>
        <source>&amp;Use STARTTLS on port 587</source>
        <translation>STARTTLS auf &amp;Port 587 nehmen</translation>
    </message>
    <message>
        <source>&amp;Use TLS on port 465</source>
        <translation>&amp;TLS auf Port 465 nehmen</translation>
    </message>
    <message>
        <source>Show the &amp;certificate…</source>
        <translation>Ze&amp;rtifikat zeigen…</translation>
    </message>
    <message>
        <source>&amp;How to do this</source>
        <translation>&amp;Wie das geht</translation>
    </message>
    <message>
        <source>Edit the &amp;recipients</source>
        <translation>&amp;Empfänger bearbeiten</translation>
    </message>
    <message>
        <source>Send to the &amp;others</source>
        <translation>An &amp;die anderen senden</translation>
    </message>
    <message>
        <source>Change the s&amp;ender</source>
        <translation>Abs&amp;ender ändern</translation>
    </message>
    <message>
        <source>&amp;Look at the attachments</source>
        <translation>A&amp;nhänge ansehen</translation>
    </message>
    <message>
        <source>&amp;Keep for this session only</source>
        <translation>Nur für diese Sitzung &amp;behalten</translation>
    </message>
    <message>
        <source>The keyring did not take the password</source>
        <translation>Der Schlüsselbund hat das Passwort nicht angenommen</translation>
    </message>
    <message>
        <source>%1 did not take the user name “%2” with the password you entered. Check both, and the Caps Lock key, and enter the password again.</source>
        <translation>%1 hat den Benutzernamen „%2“ mit dem eingegebenen Passwort nicht angenommen. Prüfen Sie beides und die Feststelltaste, und geben Sie das Passwort erneut ein.</translation>
    </message>
    <message>
        <source>&amp;How to make an app password</source>
        <translation>&amp;Wie man ein App-Passwort anlegt</translation>
    </message>
    <message>
        <source>&amp;How to switch it on</source>
        <translation>&amp;Wie man es einschaltet</translation>
    </message>
    <message>
        <source>The server did not greet</source>
        <translation>Der Server hat sich nicht gemeldet</translation>
    </message>
    <message>
        <source>%1 took the connection on port %2 and then said nothing, so we gave up waiting and nothing was sent. It may be busy: try again in a few minutes. If it goes on, the port or the security setting may be the wrong one.</source>
        <translation>%1 hat die Verbindung an Port %2 angenommen und dann nichts gesagt; das Warten wurde aufgegeben, und nichts wurde gesendet. Vielleicht ist er überlastet: Versuchen Sie es in ein paar Minuten erneut. Bleibt es dabei, ist vielleicht der Port oder die Verschlüsselung falsch eingestellt.</translation>
    </message>
    <message>
        <source>The server cannot pass this file on unchanged</source>
        <translation>Der Server kann diese Datei nicht unverändert weitergeben</translation>
    </message>
    <message>
        <source>The letter is a finished file with octets beyond plain English letters, and %1 takes only seven bits of each. Send it through another server, or write it anew here.</source>
        <translation>Der Brief ist eine fertige Datei mit Zeichen über die einfachen englischen Buchstaben hinaus, und %1 nimmt von jedem nur sieben Bit. Senden Sie ihn über einen anderen Server oder schreiben Sie ihn hier neu.</translation>
    </message>
    <message>
        <source>The letter has %1, and %2 takes up to %3; attachments grow by a third on their way. Remove or shrink some of them, or send a link instead.</source>
        <translation>Der Brief hat %1, und %2 nimmt bis zu %3; Anhänge wachsen unterwegs um ein Drittel. Entfernen oder verkleinern Sie einige davon, oder senden Sie stattdessen einen Link.</translation>
    </message>
    <message>
        <source>It went out whole, but %1 has not confirmed it within ten minutes. Look into your Sent folder at the provider or ask a recipient, then decide; sending again could deliver it twice.</source>
        <translation>Er ging ganz hinaus, aber %1 hat ihn nicht binnen zehn Minuten bestätigt. Sehen Sie beim Anbieter in den Ordner „Gesendet“ oder fragen Sie einen Empfänger, dann entscheiden Sie; ein zweites Senden könnte ihn doppelt zustellen.</translation>
    </message>
    <message>
        <source>It went out whole, but what %1 answered is neither yes nor no. Look into your Sent folder at the provider or ask a recipient, then decide; sending again could deliver it twice.</source>
        <translation>Er ging ganz hinaus, aber was %1 antwortete, ist weder Ja noch Nein. Sehen Sie beim Anbieter in den Ordner „Gesendet“ oder fragen Sie einen Empfänger, dann entscheiden Sie; ein zweites Senden könnte ihn doppelt zustellen.</translation>
    </message>
    <message>
        <source>It went out whole, but Pennypost ended before %1 had confirmed it. Look into your Sent folder at the provider or ask a recipient, then decide; sending again could deliver it twice.</source>
        <translation>Er ging ganz hinaus, aber Pennypost endete, bevor %1 ihn bestätigt hatte. Sehen Sie beim Anbieter in den Ordner „Gesendet“ oder fragen Sie einen Empfänger, dann entscheiden Sie; ein zweites Senden könnte ihn doppelt zustellen.</translation>
    </message>
    <message>
        <source>The keyring is not running</source>
        <translation>Der Schlüsselbund läuft nicht</translation>
    </message>
    <message>
        <source>Unlock the keyring “Login” in “Passwords and Keys” (Seahorse), or when you are asked, then try again.</source>
        <translation>Entsperren Sie den Schlüsselbund „Anmeldung“ in „Passwörter und Verschlüsselung“ (Seahorse), oder wenn danach gefragt wird, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Signing in was not enough</source>
        <translation>Die Anmeldung hat nicht genügt</translation>
    </message>
    <message>
        <source>%1 took the sign-in of %2 and wants another one all the same. It may be the wrong server or port for this account; ask your provider which one takes letters.</source>
        <translation>%1 hat die Anmeldung von %2 angenommen und verlangt trotzdem noch eine. Vielleicht ist es der falsche Server oder Port für dieses Konto; fragen Sie Ihren Anbieter, welcher Briefe annimmt.</translation>
    </message>
    <message>
        <source>The practice server does not start</source>
        <translation>Der Übungsserver startet nicht</translation>
    </message>
    <message>
        <source>It runs inside Pennypost, on this computer. What stopped it stands below.</source>
        <translation>Er läuft in Pennypost, auf diesem Rechner. Was ihn aufgehalten hat, steht unten.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>Open the &amp;browser</source>
        <translation>&amp;Browser öffnen</translation>
    </message>
    <message>
        <source>The largest: %1.</source>
        <translation>Die größten: %1.</translation>
    </message>
    <message>
        <source>This letter may have been sent</source>
        <translation>Dieser Brief wurde vielleicht gesendet</translation>
    </message>
    <message>
        <source>The damaged file was set aside, not deleted, and a fresh one is in use. Drafts and sent letters from before may be missing; a backup or an expert may bring them back from the file that was set aside.</source>
        <translation>Die beschädigte Datei wurde beiseitegelegt, nicht gelöscht, und eine neue ist in Gebrauch. Frühere Entwürfe und gesendete Briefe können fehlen; eine Sicherung oder eine Fachkraft kann sie vielleicht aus der beiseitegelegten Datei zurückholen.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what happened, what to do about it</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 lets nobody in on port %2. The port may be the wrong one, or the network you are in may block it. Try the other of the ports 465 and 587, another network, or a VPN.</source>
        <translation>%1 lässt an Port %2 niemanden ein. Vielleicht ist es der falsche Port, oder das Netz, in dem Sie sind, sperrt ihn. Versuchen Sie den anderen der Ports 465 und 587, ein anderes Netz oder ein VPN.</translation>
    </message>
    <message>
        <source>%1 takes %2 of the %3 recipients at once, so we stopped, and the letter has gone to nobody yet. Send it in several letters to at most %2 recipients each.</source>
        <translation>%1 nimmt %2 der %3 Empfänger auf einmal; deshalb wurde abgebrochen, und der Brief ist noch an niemanden gegangen. Senden Sie ihn in mehreren Briefen an jeweils höchstens %2 Empfänger.</translation>
    </message>
    <message>
        <source>%1 objects to the form of the letter, which is most likely a fault of this program and none of yours. Please report it: save the letter as a file, and send that with the server&apos;s words below to whoever you have Pennypost from. Sending through another server may help.</source>
        <translation>%1 beanstandet die Form des Briefs; das ist höchstwahrscheinlich ein Fehler dieses Programms und keiner von Ihnen. Bitte melden Sie ihn: Speichern Sie den Brief als Datei, und senden Sie sie mit den Worten des Servers unten an die Stelle, von der Sie Pennypost haben. Vielleicht hilft es, über einen anderen Server zu senden.</translation>
    </message>
    <message>
        <source>The disk may be full or damaged. Nothing was sent, and the letter is still open: make room and try again, or save it as a file in another place.</source>
        <translation>Vielleicht ist der Datenträger voll oder beschädigt. Nichts wurde gesendet, und der Brief ist noch offen: Schaffen Sie Platz und versuchen Sie es erneut, oder speichern Sie ihn an einem anderen Ort als Datei.</translation>
    </message>
    <message>
        <source>The file is not there</source>
        <translation>Die Datei ist nicht da</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its disk is not there any more. Attach it from where it is now.</source>
        <translation>Sie wurde verschoben, umbenannt oder gelöscht, oder ihr Datenträger ist nicht mehr da. Hängen Sie sie von dort an, wo sie jetzt liegt.</translation>
    </message>
    <message>
        <source>A folder can&apos;t be attached</source>
        <translation>Ein Ordner kann nicht angehängt werden</translation>
    </message>
    <message>
        <source>A letter takes files. Attach the files in it, or pack it into a ZIP file and attach that.</source>
        <translation>Ein Brief nimmt Dateien auf. Hängen Sie die Dateien darin an, oder packen Sie ihn in eine ZIP-Datei und hängen Sie diese an.</translation>
    </message>
    <message>
        <source>This is no file</source>
        <translation>Das ist keine Datei</translation>
    </message>
    <message>
        <source>It is a device or a connection between programs, which has no end. Save what you want to send as a file, and attach that.</source>
        <translation>Es ist ein Gerät oder eine Verbindung zwischen Programmen, die kein Ende hat. Speichern Sie, was Sie senden wollen, als Datei, und hängen Sie diese an.</translation>
    </message>
    <message>
        <source>You are not allowed to read the file</source>
        <translation>Sie dürfen die Datei nicht lesen</translation>
    </message>
    <message>
        <source>Ask its owner for permission, or attach a copy of your own.</source>
        <translation>Bitten Sie ihren Besitzer um die Erlaubnis, oder hängen Sie eine eigene Kopie an.</translation>
    </message>
    <message>
        <source>Save as .em&amp;l…</source>
        <translation>Als .em&amp;l speichern…</translation>
    </message>
    <message>
        <source>The server does not see the encryption</source>
        <translation>Der Server sieht die Verschlüsselung nicht</translation>
    </message>
    <message>
        <source>The connection to %1 is encrypted, and it asks for encryption all the same, so it may be set up wrongly on this port. Try the other of the ports 465 and 587, or tell your provider.</source>
        <translation>Die Verbindung zu %1 ist verschlüsselt, und er verlangt trotzdem eine Verschlüsselung; vielleicht ist er an diesem Port falsch eingerichtet. Versuchen Sie den anderen der Ports 465 und 587, oder sagen Sie es Ihrem Anbieter.</translation>
    </message>
    <message>
        <source>The password has to be renewed</source>
        <translation>Das Passwort muss erneuert werden</translation>
    </message>
    <message>
        <source>%1 does not let %2 sign in before the password has been changed, or confirmed by signing in once elsewhere. Do so on your provider&apos;s web pages, then enter the one that counts from now on.</source>
        <translation>%1 lässt %2 erst anmelden, wenn das Passwort geändert oder durch eine Anmeldung an anderer Stelle bestätigt ist. Tun Sie das auf den Webseiten Ihres Anbieters, und geben Sie dann das von jetzt an gültige ein.</translation>
    </message>
    <message>
        <source>The server wants a stronger way to sign in</source>
        <translation>Der Server verlangt ein stärkeres Anmeldeverfahren</translation>
    </message>
    <message>
        <source>%1 asks for a stronger way to sign in than any that it shares with Pennypost. Ask your provider whether a weaker one can be allowed for %2, or for another server.</source>
        <translation>%1 verlangt ein stärkeres Anmeldeverfahren als jedes, das er mit Pennypost gemeinsam hat. Fragen Sie Ihren Anbieter, ob für %2 ein schwächeres erlaubt werden kann, oder nach einem anderen Server.</translation>
    </message>
    <message>
        <source>There is no room left on the disk. Free some space, then try again.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr. Schaffen Sie Platz und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>You may not be allowed to read it, another program may hold it open, or its disk is damaged or not there any more. Check that it opens elsewhere, then attach it again.</source>
        <translation>Vielleicht dürfen Sie sie nicht lesen, ein anderes Programm hält sie offen, oder ihr Datenträger ist beschädigt oder nicht mehr da. Prüfen Sie, ob sie sich anderswo öffnen lässt, und hängen Sie sie dann erneut an.</translation>
    </message>
    <message>
        <source>Writing to the disk failed. Try again.</source>
        <translation>Das Schreiben auf den Datenträger ist fehlgeschlagen. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The text is still open, and can be saved as a file on another disk.</source>
        <translation>Der Text ist noch offen und kann als Datei auf einem anderen Datenträger gespeichert werden.</translation>
    </message>
    <message>
        <source>The @ sign stands within parentheses, brackets or quotation marks. Write it as in Name &lt;name@example.org&gt;.</source>
        <translation>Das @-Zeichen steht in Klammern oder Anführungszeichen. Schreiben Sie die Adresse so: Name &lt;name@example.org&gt;.</translation>
    </message>
    <message>
        <source>&amp;Use STARTTLS</source>
        <translation>S&amp;TARTTLS nehmen</translation>
    </message>
    <message>
        <source>&amp;Use TLS from the start</source>
        <translation>&amp;TLS von Anfang an nehmen</translation>
    </message>
    <message>
        <source>The server cannot do what this letter asks for</source>
        <translation>Der Server kann nicht, was dieser Brief verlangt</translation>
    </message>
    <message>
        <source>The letter asks for %1, which %2 does not offer. Send it without, or through another server.</source>
        <translation>Der Brief verlangt %1, was %2 nicht anbietet. Senden Sie ihn ohne das oder über einen anderen Server.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was revoked</source>
        <translation>Das Zertifikat des Servers wurde widerrufen</translation>
    </message>
    <message>
        <source>Whoever made the certificate of %1 says that it counts no more: its key may have been stolen. Nothing was sent. Ask the server&apos;s owner.</source>
        <translation>Wer das Zertifikat von %1 ausgestellt hat, erklärt es für ungültig: Sein Schlüssel könnte gestohlen sein. Es wurde nichts gesendet. Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is too weak</source>
        <translation>Das Zertifikat des Servers ist zu schwach</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed or keyed in a way that can be forged today, so it proves nothing. The server&apos;s owner must renew it; only if you know the fingerprint, trust exactly this certificate.</source>
        <translation>Das Zertifikat von %1 ist so unterschrieben oder verschlüsselt, dass es heute gefälscht werden kann; es beweist also nichts. Der Betreiber des Servers muss es erneuern; nur wenn Sie den Fingerabdruck kennen, vertrauen Sie genau diesem Zertifikat.</translation>
    </message>
    <message>
        <source>The server wants a certificate of yours</source>
        <translation>Der Server will ein Zertifikat von Ihnen</translation>
    </message>
    <message>
        <source>The proxy does not answer</source>
        <translation>Der Proxy antwortet nicht</translation>
    </message>
    <message>
        <source>This computer&apos;s settings send all connections through a proxy, and that does not answer as one. Check the proxy in the system&apos;s network settings, or the network itself; nothing was sent.</source>
        <translation>Die Einstellungen dieses Rechners leiten alle Verbindungen über einen Proxy, und der antwortet nicht wie einer. Prüfen Sie den Proxy in den Netzwerkeinstellungen des Systems oder das Netz selbst; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The proxy wants you to sign in</source>
        <translation>Der Proxy verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>The proxy does not let mail through</source>
        <translation>Der Proxy lässt keine Post durch</translation>
    </message>
    <message>
        <source>The proxy in this computer&apos;s settings refuses to connect to %1 on port %2. Ask who runs your network to allow it, or try the other of the ports 465 and 587.</source>
        <translation>Der Proxy in den Einstellungen dieses Rechners weigert sich, eine Verbindung zu %1 auf Port %2 herzustellen. Bitten Sie den Betreiber Ihres Netzes, das zu erlauben, oder versuchen Sie den anderen der Ports 465 und 587.</translation>
    </message>
    <message>
        <source>Still looking up the server</source>
        <translation>Der Server wird noch gesucht</translation>
    </message>
    <message>
        <source>Still trying to reach the server</source>
        <translation>Der Server wird noch angesprochen</translation>
    </message>
    <message>
        <source>Still waiting for the server&apos;s greeting</source>
        <translation>Warten auf die Begrüßung des Servers</translation>
    </message>
    <message>
        <source>The server is still checking the letter</source>
        <translation>Der Server prüft den Brief noch</translation>
    </message>
    <message>
        <source>Still waiting for the server&apos;s answer</source>
        <translation>Warten auf die Antwort des Servers</translation>
    </message>
    <message>
        <source>Some servers let everybody wait before they speak.</source>
        <translation>Manche Server lassen jeden warten, bevor sie sprechen.</translation>
    </message>
    <message>
        <source>The whole letter is with the server and can&apos;t be called back. Some servers check a letter for minutes, ten at the most: there is nothing to be done.</source>
        <translation>Der ganze Brief liegt beim Server und lässt sich nicht zurückholen. Manche Server prüfen einen Brief minutenlang, höchstens zehn: Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>There is no certificate in this file. It has to be a PEM or a PKCS#12 file (.pem, .p12 or .pfx).</source>
        <translation>In dieser Datei ist kein Zertifikat. Es muss eine PEM- oder eine PKCS#12-Datei sein (.pem, .p12 oder .pfx).</translation>
    </message>
    <message>
        <source>This file is locked with a pass phrase, and the one given, if any, does not open it.</source>
        <translation>Diese Datei ist mit einer Passphrase verschlossen, und die angegebene, wenn es eine gibt, öffnet sie nicht.</translation>
    </message>
    <message>
        <source>The private key that belongs to the certificate is not in this file. Export both together.</source>
        <translation>Der private Schlüssel, der zum Zertifikat gehört, ist nicht in dieser Datei. Exportieren Sie beide zusammen.</translation>
    </message>
    <message>
        <source>The certificate has run out or is not valid yet. See that this computer&apos;s date and time are right, or ask for a new one.</source>
        <translation>Das Zertifikat ist abgelaufen oder noch nicht gültig. Prüfen Sie Datum und Uhrzeit dieses Computers oder bitten Sie um ein neues.</translation>
    </message>
    <message>
        <source>The certificate is signed or keyed in a way that can be forged today, so no server should take it. Ask for a new one.</source>
        <translation>Das Zertifikat ist so unterschrieben oder verschlüsselt, dass es heute gefälscht werden kann; kein Server sollte es annehmen. Bitten Sie um ein neues.</translation>
    </message>
    <message>
        <source>There is no such file. It may have been moved or renamed.</source>
        <translation>Diese Datei gibt es nicht. Vielleicht wurde sie verschoben oder umbenannt.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read. See that it is a file which you may open, and that its disk is there.</source>
        <translation>Die Datei ist nicht lesbar. Prüfen Sie, ob es eine Datei ist, die Sie öffnen dürfen, und ob ihr Datenträger da ist.</translation>
    </message>
    <message>
        <source>The keyring did not give its pass phrase.</source>
        <translation>Der Schlüsselbund hat seine Passphrase nicht herausgegeben.</translation>
    </message>
    <message>
        <source>%1 lets in only those who show a certificate that it believes. If its owner has given you one, choose its file in the server settings.</source>
        <translation>%1 lässt nur ein, wer ein Zertifikat zeigt, dem er glaubt. Hat sein Betreiber Ihnen eines gegeben, wählen Sie dessen Datei in den Servereinstellungen.</translation>
    </message>
    <message>
        <source>The server does not believe your certificate</source>
        <translation>Der Server glaubt Ihrem Zertifikat nicht</translation>
    </message>
    <message>
        <source>%1 was shown the certificate of your server settings, and lets nobody in with it. It may be the wrong one, or be known there no longer: ask the server&apos;s owner, or choose another file in the server settings.</source>
        <translation>%1 wurde das Zertifikat aus Ihren Servereinstellungen gezeigt, und er lässt damit niemanden ein. Es kann das falsche sein oder dort nicht mehr gelten: Fragen Sie den Betreiber des Servers oder wählen Sie in den Servereinstellungen eine andere Datei.</translation>
    </message>
    <message>
        <source>Your certificate&apos;s pass phrase could not be read</source>
        <translation>Die Passphrase Ihres Zertifikats war nicht zu lesen</translation>
    </message>
    <message>
        <source>Your certificate can&apos;t be used</source>
        <translation>Ihr Zertifikat ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The file that your server settings name was to be shown to %1, so nothing was sent.</source>
        <translation>%1 sollte die Datei gezeigt werden, die Ihre Servereinstellungen nennen; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The proxy %1 of this account refuses to connect to %2 on port %3. Ask who runs it to allow that, or try the other of the ports 465 and 587.</source>
        <translation>Der Proxy %1 dieses Kontos weigert sich, zu %2 auf Port %3 zu verbinden. Bitten Sie seinen Betreiber, das zu erlauben, oder versuchen Sie den anderen der Ports 465 und 587.</translation>
    </message>
    <message>
        <source>This account goes through the proxy %1, and nothing there answers as one. Check it in the server settings, or the network itself; nothing was sent.</source>
        <translation>Dieses Konto geht über den Proxy %1, und dort antwortet nichts als solcher. Prüfen Sie ihn in den Servereinstellungen oder das Netzwerk selbst; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The proxy&apos;s password could not be read</source>
        <translation>Das Passwort des Proxys war nicht zu lesen</translation>
    </message>
    <message>
        <source>The proxy %1 of this account lets nobody through without a user name and a password, or not with these. Correct them in the server settings; nothing was sent.</source>
        <translation>Der Proxy %1 dieses Kontos lässt ohne Benutzernamen und Passwort niemanden durch oder nicht mit diesen. Berichtigen Sie sie in den Servereinstellungen; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The proxy in this computer&apos;s settings lets nobody through without a user name and a password, or not with those it has. Correct them in the system&apos;s network settings, or name the proxy in the server settings; nothing was sent.</source>
        <translation>Der Proxy aus den Einstellungen dieses Computers lässt ohne Benutzernamen und Passwort niemanden durch oder nicht mit den eingetragenen. Berichtigen Sie sie in den Netzwerkeinstellungen des Systems oder nennen Sie den Proxy in den Servereinstellungen; es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message>
        <source>You said that this letter arrived</source>
        <translation>Sie haben gesagt, dass dieser Brief ankam</translation>
    </message>
    <message>
        <source>The server took this letter</source>
        <translation>Der Server hat diesen Brief angenommen</translation>
    </message>
    <message>
        <source>The server took this letter, but not for everyone</source>
        <translation>Der Server hat diesen Brief angenommen, aber nicht für alle</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, Port %2</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>Seine Adresse</translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>Nennt sich</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>None: it went in clear</source>
        <translation>Keine: Es ging im Klartext</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Signed in by</source>
        <translation>Angemeldet mit</translation>
    </message>
    <message>
        <source>Nothing: no sign-in</source>
        <translation>Nichts: keine Anmeldung</translation>
    </message>
    <message>
        <source>Server’s words</source>
        <translation>Worte des Servers</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Addressed</source>
        <translation>Adressiert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not sent to: it was sent to the others only</source>
        <translation>Nicht an diese Adresse gesendet: Der Brief ging nur an die anderen</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>The server&apos;s name is missing. Your provider&apos;s help pages name it, often as “SMTP server”.</source>
        <translation>Der Name des Servers fehlt. Die Hilfeseiten Ihres Anbieters nennen ihn, oft als „SMTP-Server“.</translation>
    </message>
    <message>
        <source>This is not a server&apos;s name. It looks like “smtp.example.org”, without blanks or “://”.</source>
        <translation>Das ist kein Servername. Er sieht aus wie „smtp.example.org“, ohne Leerzeichen und „://“.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>Der Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>The user name holds a character that no server takes, or is too long.</source>
        <translation>Der Benutzername enthält ein Zeichen, das kein Server annimmt, oder ist zu lang.</translation>
    </message>
    <message>
        <source>This sign-in method is not known.</source>
        <translation>Diese Art der Anmeldung ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A password is never sent without encryption. Choose TLS or STARTTLS.</source>
        <translation>Ein Passwort wird nie unverschlüsselt gesendet. Wählen Sie TLS oder STARTTLS.</translation>
    </message>
    <message>
        <source>The pinned fingerprint is damaged.</source>
        <translation>Der festgelegte Fingerabdruck ist beschädigt.</translation>
    </message>
    <message>
        <source>The account was not stored</source>
        <translation>Das Konto wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>The file with your accounts could not be written. Is the disk full, or does another program hold it? Nothing was changed.</source>
        <translation>Die Datei mit Ihren Konten konnte nicht geschrieben werden. Ist die Platte voll, oder hält ein anderes Programm sie fest? Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The file with your accounts was written by a later version of Pennypost. It was left as it is; please use that version.</source>
        <translation>Die Datei mit Ihren Konten hat eine spätere Version von Pennypost geschrieben. Sie blieb, wie sie ist; bitte nehmen Sie jene Version.</translation>
    </message>
    <message>
        <source>Another account was stored meanwhile. Trying again finds a free name.</source>
        <translation>Inzwischen wurde ein anderes Konto gespeichert. Ein neuer Versuch findet einen freien Namen.</translation>
    </message>
    <message>
        <source>The account was removed meanwhile, in another window or by another program.</source>
        <translation>Das Konto wurde inzwischen entfernt, in einem anderen Fenster oder von einem anderen Programm.</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>no encryption</source>
        <translation>keine Verschlüsselung</translation>
    </message>
    <message>
        <source>%1, port %2, %3</source>
        <translation>%1, Port %2, %3</translation>
    </message>
    <message>
        <source>The file with your accounts is damaged, and was left as it is. Nothing was changed.</source>
        <translation>Die Datei mit Ihren Konten ist beschädigt und wurde so gelassen, wie sie ist. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The file with your accounts was damaged and has been set aside as “%1”. Trying again begins a new one.</source>
        <translation>Die Datei mit Ihren Konten war beschädigt und wurde als „%1“ beiseitegelegt. Ein neuer Versuch beginnt eine neue.</translation>
    </message>
    <message>
        <source>One of the account&apos;s fields holds something that can&apos;t be stored, such as a line break. Nothing was changed.</source>
        <translation>Eines der Felder des Kontos enthält etwas, das nicht gespeichert werden kann, etwa einen Zeilenumbruch. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Your accounts could not be read</source>
        <translation>Ihre Konten konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>&amp;Show the folder</source>
        <translation>Den &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>The file %1 is damaged. It was set aside as “%2” in the same folder, and nothing in it was deleted. The accounts that could still be read are here; set the others up anew, or mend the file and put it back under its old name while Pennypost is closed.</source>
        <translation>Die Datei %1 ist beschädigt. Sie wurde als „%2“ im selben Ordner beiseitegelegt, und nichts darin wurde gelöscht. Die Konten, die noch zu lesen waren, sind hier; richten Sie die anderen neu ein, oder reparieren Sie die Datei und legen Sie sie unter ihrem alten Namen zurück, solange Pennypost geschlossen ist.</translation>
    </message>
    <message>
        <source>The file %1 is damaged. It was set aside as “%2” in the same folder, and nothing in it was deleted. Set your accounts up anew, or mend the file and put it back under its old name while Pennypost is closed.</source>
        <translation>Die Datei %1 ist beschädigt. Sie wurde als „%2“ im selben Ordner beiseitegelegt, und nichts darin wurde gelöscht. Richten Sie Ihre Konten neu ein, oder reparieren Sie die Datei und legen Sie sie unter ihrem alten Namen zurück, solange Pennypost geschlossen ist.</translation>
    </message>
    <message>
        <source>The file %1 was written by a later version of Pennypost. It was left as it is; please use that version. Until then no account can be stored.</source>
        <translation>Die Datei %1 wurde von einer neueren Version von Pennypost geschrieben. Sie wurde so gelassen; bitte verwenden Sie jene Version. Bis dahin kann kein Konto gespeichert werden.</translation>
    </message>
    <message>
        <source>The file %1 could not be opened. See that it is a file which you may read and write, then start Pennypost again.</source>
        <translation>Die Datei %1 konnte nicht geöffnet werden. Sorgen Sie dafür, dass es eine Datei ist, die Sie lesen und schreiben dürfen, und starten Sie Pennypost dann neu.</translation>
    </message>
    <message>
        <source>No new file could be written in its place. See to what stands below, then store an account: all that are here are stored with it.</source>
        <translation>An ihrer Stelle konnte keine neue Datei geschrieben werden. Beheben Sie, was unten steht, und speichern Sie dann ein Konto: Alle, die hier sind, werden mit ihm gespeichert.</translation>
    </message>
    <message>
        <source>Another program is changing your accounts at this moment. Nothing was changed here; try again when it is done.</source>
        <translation>Ein anderes Programm ändert gerade Ihre Konten. Hier wurde nichts geändert; versuchen Sie es erneut, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>But the keyring did not take the account&apos;s old password back. The account works with it until Pennypost ends; before that, enter the password once more under “Edit…”.</source>
        <translation>Aber der Schlüsselbund hat das alte Passwort des Kontos nicht zurückgenommen. Das Konto funktioniert damit, bis Pennypost endet; geben Sie das Passwort vorher unter „Bearbeiten…“ noch einmal ein.</translation>
    </message>
    <message>
        <source>But the keyring may still hold the new password, as “%1”. If the account is not stored in the end, remove that entry there.</source>
        <translation>Aber der Schlüsselbund enthält vielleicht noch das neue Passwort, als „%1“. Wird das Konto am Ende nicht gespeichert, entfernen Sie dort diesen Eintrag.</translation>
    </message>
    <message>
        <source>The account is removed, its password perhaps not</source>
        <translation>Das Konto ist entfernt, sein Passwort vielleicht nicht</translation>
    </message>
    <message>
        <source>The keyring could not be asked once more whether a password of %1 is left in it. Try again, or see whether it shows an entry “%2” and remove it there.</source>
        <translation>Der Schlüsselbund konnte nicht noch einmal gefragt werden, ob ein Passwort von %1 darin geblieben ist. Versuchen Sie es erneut, oder sehen Sie nach, ob er einen Eintrag „%2“ zeigt, und entfernen Sie ihn dort.</translation>
    </message>
    <message>
        <source>Choose the file of your certificate: the method EXTERNAL signs in with it.</source>
        <translation>Wählen Sie die Datei Ihres Zertifikats: Die Methode EXTERNAL meldet sich damit an.</translation>
    </message>
    <message>
        <source>A certificate is shown within an encrypted connection alone. Choose TLS or STARTTLS, or no certificate.</source>
        <translation>Ein Zertifikat wird nur in einer verschlüsselten Verbindung gezeigt. Wählen Sie TLS oder STARTTLS oder kein Zertifikat.</translation>
    </message>
    <message>
        <source>The proxy&apos;s name is missing.</source>
        <translation>Der Name des Proxys fehlt.</translation>
    </message>
    <message>
        <source>This is not a proxy&apos;s name. It looks like “proxy.example.org”, without blanks or “://”.</source>
        <translation>Das ist kein Name eines Proxys. Er sieht aus wie „proxy.example.org“, ohne Leerzeichen und ohne „://“.</translation>
    </message>
    <message>
        <source>The proxy&apos;s port is a number from 1 to 65535.</source>
        <translation>Der Port des Proxys ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>The user name holds a character that no such proxy takes, or is too long.</source>
        <translation>Der Benutzername enthält ein Zeichen, das kein solcher Proxy annimmt, oder er ist zu lang.</translation>
    </message>
</context>
<context>
    <name>TestSteps</name>
    <message>
        <source>Find %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>Found %1</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Found %1 at %2</source>
        <translation>%1 gefunden unter %2</translation>
    </message>
    <message>
        <source>Connected to port %1</source>
        <translation>Verbunden mit Port %1</translation>
    </message>
    <message>
        <source>Connect to port %1</source>
        <translation>Mit Port %1 verbinden</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Encrypt the connection</source>
        <translation>Die Verbindung verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypted with %1, %2</source>
        <translation>Verschlüsselt mit %1, %2</translation>
    </message>
    <message>
        <source>Wait for the server&apos;s greeting</source>
        <translation>Auf die Begrüßung des Servers warten</translation>
    </message>
    <message>
        <source>Greeted by the server</source>
        <translation>Vom Server begrüßt</translation>
    </message>
    <message>
        <source>Greeted by %1</source>
        <translation>Begrüßt von %1</translation>
    </message>
    <message>
        <source>Sign in as %1</source>
        <translation>Als %1 anmelden</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Signed in as %1 (%2)</source>
        <translation>Angemeldet als %1 (%2)</translation>
    </message>
    <message>
        <source>Your certificate is read</source>
        <translation>Ihr Zertifikat ist gelesen</translation>
    </message>
    <message>
        <source>Read your certificate</source>
        <translation>Ihr Zertifikat lesen</translation>
    </message>
    <message>
        <source>Signed in with your certificate</source>
        <translation>Mit Ihrem Zertifikat angemeldet</translation>
    </message>
    <message>
        <source>Sign in with your certificate</source>
        <translation>Mit Ihrem Zertifikat anmelden</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The profile&apos;s folder can&apos;t be used: %1</source>
        <translation>Der Ordner des Profils kann nicht verwendet werden: %1</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountAssistant</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change an account</source>
        <translation>Ein Konto ändern</translation>
    </message>
    <message>
        <source>Set up an account</source>
        <translation>Ein Konto einrichten</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountDelegate</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountListModel</name>
    <message>
        <source>%1, default account</source>
        <translation>%1, Standardkonto</translation>
    </message>
    <message>
        <source>%1 · practice, on this computer only</source>
        <translation>%1 · Übung, nur auf diesem Computer</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountRemovalPart</name>
    <message>
        <source>Re&amp;move it</source>
        <translation>Es &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Es beh&amp;alten</translation>
    </message>
    <message>
        <source>Remove the account and &amp;leave its password</source>
        <translation>Das Konto entfernen und sein &amp;Passwort lassen</translation>
    </message>
    <message>
        <source>Remove the practice account? Letters that arrived in it stay.</source>
        <translation>Das Übungskonto entfernen? Briefe, die darin ankamen, bleiben.</translation>
    </message>
    <message>
        <source>Remove %1? Its password is deleted from this computer as well. Letters that were sent stay.</source>
        <translation>%1 entfernen? Das Passwort wird ebenfalls von diesem Computer gelöscht. Gesendete Briefe bleiben.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Waiting for your keychain. If it is locked, it now asks for its own password.</source>
        <translation>Warten auf den Schlüsselbund. Ist er gesperrt, fragt er jetzt nach seinem eigenen Passwort.</translation>
    </message>
    <message>
        <source>The account was not removed</source>
        <translation>Das Konto wurde nicht entfernt</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountTestPart</name>
    <message>
        <source>Testing %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Get the password</source>
        <translation>Das Passwort holen</translation>
    </message>
    <message>
        <source>%1 works</source>
        <translation>%1 funktioniert</translation>
    </message>
    <message>
        <source>%1 does not work</source>
        <translation>%1 funktioniert nicht</translation>
    </message>
    <message>
        <source>%1 works. Its password is kept until Pennypost ends.</source>
        <translation>%1 funktioniert. Das Passwort wird behalten, bis Pennypost endet.</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
    <message>
        <source>The accounts you write with will stand here. Setting one up takes less than a minute.</source>
        <translation>Hier stehen dann die Konten, mit denen Sie schreiben. Eines einzurichten dauert keine Minute.</translation>
    </message>
    <message>
        <source>&amp;Add an account</source>
        <translation>Ein Konto &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Test a&amp;gain</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Make &amp;default</source>
        <translation>Als &amp;Standard</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>E&amp;ntfernen…</translation>
    </message>
</context>
<context>
    <name>pennypost::ActionWords</name>
    <message>
        <source>%1 (%2)</source>
        <comment>tooltip: what a button does, its shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>pennypost::Application</name>
    <message>
        <source>No encryption</source>
        <translation>Keine Verschlüsselung</translation>
    </message>
    <message>
        <source>This computer&apos;s TLS library can&apos;t be used, so no letter can be sent. Install OpenSSL 3.</source>
        <translation>Die TLS-Bibliothek dieses Computers ist nicht verwendbar, daher kann kein Brief gesendet werden. Installieren Sie OpenSSL 3.</translation>
    </message>
</context>
<context>
    <name>pennypost::AttachmentDelegate</name>
    <message>
        <source>%1 % of %2</source>
        <comment>attaching: percent, size</comment>
        <translation>%1 % von %2</translation>
    </message>
    <message>
        <source>Attaching</source>
        <translation>Wird angehängt</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Empty: 0 bytes</source>
        <translation>Leer: 0 Bytes</translation>
    </message>
</context>
<context>
    <name>pennypost::AttachmentModel</name>
    <message>
        <source>Picture.png</source>
        <translation>Bild.png</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>Bild %1.png</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>attachment: file name, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, being attached</source>
        <comment>attachment</comment>
        <translation>%1, wird angehängt</translation>
    </message>
    <message>
        <source>%1, not attached: %2</source>
        <comment>attachment: file name, what went wrong</comment>
        <translation>%1, nicht angehängt: %2</translation>
    </message>
    <message>
        <source>%1, the file is empty: 0 bytes</source>
        <comment>attachment: file name</comment>
        <translation>%1, die Datei ist leer: 0 Bytes</translation>
    </message>
</context>
<context>
    <name>pennypost::AttachmentNotices</name>
    <message>
        <source>“%1” is attached already</source>
        <translation>„%1“ ist schon angehängt</translation>
    </message>
    <message>
        <source>It was not attached a second time.</source>
        <translation>Die Datei wurde kein zweites Mal angehängt.</translation>
    </message>
    <message numerus="yes">
        <source>%n files are attached already</source>
        <translation>
            <numerusform>%n Datei ist schon angehängt</numerusform>
            <numerusform>%n Dateien sind schon angehängt</numerusform>
        </translation>
    </message>
    <message>
        <source>They were not attached a second time.</source>
        <translation>Sie wurden kein zweites Mal angehängt.</translation>
    </message>
    <message>
        <source>“%1” has changed since it was attached</source>
        <translation>„%1“ hat sich seit dem Anhängen geändert</translation>
    </message>
    <message>
        <source>The letter has it twice now: as it was, and as it is.</source>
        <translation>Der Brief enthält die Datei jetzt zweimal: wie sie war und wie sie ist.</translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation>Beide be&amp;halten</translation>
    </message>
    <message>
        <source>“%1” and “%2” are the same</source>
        <comment>two attached files</comment>
        <translation>„%1“ und „%2“ sind gleich</translation>
    </message>
    <message>
        <source>Only their names differ.</source>
        <translation>Nur ihre Namen unterscheiden sich.</translation>
    </message>
    <message>
        <source>Remo&amp;ve the earlier one</source>
        <translation>Die frühere &amp;entfernen</translation>
    </message>
    <message>
        <source>Remo&amp;ve the second one</source>
        <translation>Die zweite &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Attach it twice</source>
        <translation>&amp;Zweimal anhängen</translation>
    </message>
    <message>
        <source>&amp;Attach them twice</source>
        <translation>&amp;Zweimal anhängen</translation>
    </message>
</context>
<context>
    <name>pennypost::AttachmentPane</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Move &amp;forward</source>
        <translation>Nach &amp;vorn</translation>
    </message>
    <message>
        <source>Move &amp;back</source>
        <translation>Nach &amp;hinten</translation>
    </message>
    <message>
        <source>In the list of attachments</source>
        <translation>In der Liste der Anhänge</translation>
    </message>
</context>
<context>
    <name>pennypost::AttachmentTotal</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
</context>
<context>
    <name>pennypost::BodyEditor</name>
    <message>
        <source>Letter</source>
        <translation>Brief</translation>
    </message>
</context>
<context>
    <name>pennypost::ChoicePage</name>
    <message>
        <source>&amp;Use my mail account</source>
        <translation>Mein &amp;Mailkonto verwenden</translation>
    </message>
    <message>
        <source>With your address and password, tested before anything is stored.</source>
        <translation>Mit Ihrer Adresse und Ihrem Passwort, geprüft, bevor etwas gespeichert wird.</translation>
    </message>
    <message>
        <source>&amp;Practise first: nothing leaves this computer</source>
        <translation>&amp;Erst üben: Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Write and send letters to a small server inside Pennypost, and look at what arrives.</source>
        <translation>Schreiben und senden Sie Briefe an einen kleinen Server in Pennypost, und sehen Sie an, was ankommt.</translation>
    </message>
    <message>
        <source>How would you like to begin?</source>
        <translation>Wie möchten Sie beginnen?</translation>
    </message>
    <message>
        <source>Either can be added later, and both can be used side by side.</source>
        <translation>Beides lässt sich später ergänzen, und beides geht nebeneinander.</translation>
    </message>
</context>
<context>
    <name>pennypost::ClientCertificateField</name>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>none: the server asks for none</source>
        <translation>keines: Der Server verlangt keines</translation>
    </message>
    <message>
        <source>Choose the file of your certificate</source>
        <translation>Die Datei Ihres Zertifikats wählen</translation>
    </message>
    <message>
        <source>Show no certificate</source>
        <translation>Kein Zertifikat zeigen</translation>
    </message>
    <message>
        <source>Pass phrase of its &amp;key</source>
        <translation>Passphrase seines S&amp;chlüssels</translation>
    </message>
    <message>
        <source>Choose your certificate</source>
        <translation>Ihr Zertifikat wählen</translation>
    </message>
    <message>
        <source>Certificates with their key (*.p12 *.pfx *.pem *.key)</source>
        <translation>Zertifikate mit Schlüssel (*.p12 *.pfx *.pem *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Made for %1, valid until %2.</source>
        <translation>Ausgestellt für %1, gültig bis %2.</translation>
    </message>
    <message>
        <source>This file is locked with a pass phrase. The one that is stored stays unless you enter another.</source>
        <translation>Diese Datei ist mit einer Passphrase verschlossen. Die gespeicherte bleibt, wenn Sie keine andere eingeben.</translation>
    </message>
    <message>
        <source>This file is locked: please enter its pass phrase.</source>
        <translation>Diese Datei ist verschlossen: Bitte geben Sie ihre Passphrase ein.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Choose the fi&amp;le…</source>
        <translation>Datei wäh&amp;len…</translation>
    </message>
    <message>
        <source>Your o&amp;wn certificate</source>
        <translation>E&amp;igenes Zertifikat</translation>
    </message>
</context>
<context>
    <name>pennypost::ComposeBar</name>
    <message>
        <source>Send and attach</source>
        <translation>Senden und anhängen</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>State of the draft</source>
        <translation>Stand des Entwurfs</translation>
    </message>
</context>
<context>
    <name>pennypost::ComposeController</name>
    <message>
        <source>Your draft of %1 is back</source>
        <translation>Ihr Entwurf von %1 ist wieder da</translation>
    </message>
    <message>
        <source>The letter is plain text now; its formatting is gone</source>
        <translation>Der Brief ist jetzt reiner Text; seine Formatierung ist weg</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Insert a link</source>
        <translation>Einen Link einfügen</translation>
    </message>
    <message>
        <source>Change the link</source>
        <translation>Den Link ändern</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Adr&amp;esse</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>Li&amp;nk</translation>
    </message>
    <message>
        <source>&amp;Remove the link</source>
        <translation>Den Link &amp;entfernen</translation>
    </message>
    <message>
        <source>The letter is discarded</source>
        <translation>Der Brief ist verworfen</translation>
    </message>
    <message>
        <source>It goes for good in a few seconds, or when you close this message.</source>
        <translation>Er verschwindet in einigen Sekunden endgültig, oder wenn Sie diese Meldung schließen.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <comment>time of day</comment>
        <translation>Gespeichert %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <comment>why</comment>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The letter stays open: it could not be saved</source>
        <translation>Der Brief bleibt offen: Er konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>%1 attached, %2 as sent</source>
        <comment>size of all attachments: of the files, encoded for the way</comment>
        <translation>%1 angehängt, %2 beim Senden</translation>
    </message>
</context>
<context>
    <name>pennypost::ComposeWindow</name>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;Attach…</source>
        <translation>&amp;Anhängen…</translation>
    </message>
    <message>
        <source>Rich te&amp;xt</source>
        <translation>Forma&amp;tiert</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>&amp;New letter</source>
        <translation>&amp;Neuer Brief</translation>
    </message>
    <message>
        <source>Save &amp;draft</source>
        <translation>&amp;Entwurf speichern</translation>
    </message>
    <message>
        <source>Go &amp;to To</source>
        <translation>&amp;Zum Feld An</translation>
    </message>
    <message>
        <source>Show &amp;Cc</source>
        <translation>&amp;Kopie zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Bcc</source>
        <translation>&amp;Blindkopie zeigen</translation>
    </message>
    <message>
        <source>Paste as &amp;plain text</source>
        <translation>Als reinen &amp;Text einfügen</translation>
    </message>
    <message>
        <source>Paste as &amp;quotation</source>
        <translation>&amp;Als Zitat einfügen</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>K&amp;leinere Schrift</translation>
    </message>
    <message>
        <source>Text in its &amp;usual size</source>
        <translation>Schrift &amp;in üblicher Größe</translation>
    </message>
    <message>
        <source>Acc&amp;ounts…</source>
        <translation>K&amp;onten…</translation>
    </message>
    <message>
        <source>D&amp;iscard draft</source>
        <translation>Entwurf &amp;verwerfen</translation>
    </message>
    <message>
        <source>Close &amp;window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>New letter</source>
        <translation>Neuer Brief</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>&amp;Attach</source>
        <translation>&amp;Anhängen</translation>
    </message>
    <message>
        <source>As&amp;k for a missing subject</source>
        <translation>Nach fehlendem Betreff &amp;fragen</translation>
    </message>
    <message>
        <source>Quit P&amp;ennypost</source>
        <translation>Penny&amp;post beenden</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>E&amp;rsetzen…</translation>
    </message>
    <message>
        <source>In a letter</source>
        <translation>In einem Brief</translation>
    </message>
    <message>
        <source>Ke&amp;yboard shortcuts…</source>
        <translation>Tastenk&amp;ürzel…</translation>
    </message>
    <message>
        <source>Break lon&amp;g lines of plain text</source>
        <translation>Lange Zeilen von reinem Text &amp;umbrechen</translation>
    </message>
    <message>
        <source>Do not tell my time &amp;zone</source>
        <translation>&amp;Meine Zeitzone nicht nennen</translation>
    </message>
</context>
<context>
    <name>pennypost::DetailsPage</name>
    <message>
        <source>Server &amp;settings</source>
        <translation>Server&amp;einstellungen</translation>
    </message>
    <message>
        <source>as others shall see it</source>
        <translation>wie andere ihn sehen sollen</translation>
    </message>
    <message>
        <source>you@example.org</source>
        <translation>ihr.name@example.org</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Ihr &amp;Name</translation>
    </message>
    <message>
        <source>Mail &amp;address</source>
        <translation>Mail&amp;adresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Passwo&amp;rt</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>Das Konto ändern</translation>
    </message>
    <message>
        <source>Your mail account</source>
        <translation>Ihr Mailkonto</translation>
    </message>
    <message>
        <source>On the next page Pennypost tries whether it can sign in. Nothing is stored before that.</source>
        <translation>Auf der nächsten Seite versucht Pennypost, sich anzumelden. Vorher wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Test it</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Not used: a password is never sent without encryption.</source>
        <translation>Nicht verwendet: Ein Passwort wird nie unverschlüsselt gesendet.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>Das Passwort fehlt.</translation>
    </message>
    <message>
        <source>Not used: your certificate signs in.</source>
        <translation>Nicht benutzt: Ihr Zertifikat meldet Sie an.</translation>
    </message>
</context>
<context>
    <name>pennypost::Disclosure</name>
    <message>
        <source>Unfolded</source>
        <translation>Aufgeklappt</translation>
    </message>
</context>
<context>
    <name>pennypost::DropTarget</name>
    <message>
        <source>Drop here to attach</source>
        <translation>Zum Anhängen hier ablegen</translation>
    </message>
</context>
<context>
    <name>pennypost::EmptyState</name>
    <message>
        <source>&amp;Set up your mail account</source>
        <translation>&amp;Ihr Mailkonto einrichten</translation>
    </message>
    <message>
        <source>&amp;Practise first</source>
        <translation>&amp;Erst üben</translation>
    </message>
    <message>
        <source>&amp;Write a letter</source>
        <translation>&amp;Einen Brief schreiben</translation>
    </message>
    <message>
        <source>&amp;Clear the search</source>
        <translation>Die Suche &amp;leeren</translation>
    </message>
    <message>
        <source>Send a letter to yourself: nothing leaves this computer</source>
        <translation>Senden Sie sich selbst einen Brief: Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Welcome to Pennypost</source>
        <translation>Willkommen bei Pennypost</translation>
    </message>
    <message>
        <source>Your drafts and the receipts of what you sent will be listed here. Set up a mail account, or practise first: then nothing leaves this computer.</source>
        <translation>Hier stehen dann Ihre Entwürfe und die Quittungen für alles, was Sie gesendet haben. Richten Sie ein Mailkonto ein, oder üben Sie erst: Dann verlässt nichts diesen Computer.</translation>
    </message>
    <message>
        <source>No letters yet</source>
        <translation>Noch keine Briefe</translation>
    </message>
    <message>
        <source>Drafts are kept here while you write, and every letter you send leaves its receipt.</source>
        <translation>Entwürfe werden hier aufbewahrt, während Sie schreiben, und jeder gesendete Brief hinterlässt seine Quittung.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No letter has all of these words in its subject, its addresses or the server&apos;s reply.</source>
        <translation>Kein Brief hat alle diese Wörter im Betreff, in den Adressen oder in der Antwort des Servers.</translation>
    </message>
</context>
<context>
    <name>pennypost::FailedFiles</name>
    <message numerus="yes">
        <source>%n files are not attached</source>
        <translation>
            <numerusform>%n Datei ist nicht angehängt</numerusform>
            <numerusform>%n Dateien sind nicht angehängt</numerusform>
        </translation>
    </message>
    <message>
        <source>Why stands at each of them below the letter. Nothing is sent without them unless you remove them.</source>
        <translation>Warum, steht bei jeder von ihnen unter dem Brief. Ohne sie wird nichts gesendet, außer Sie entfernen sie.</translation>
    </message>
    <message>
        <source>Remo&amp;ve them from the letter</source>
        <translation>Aus dem Br&amp;ief entfernen</translation>
    </message>
    <message>
        <source>“%1” is not attached</source>
        <translation>„%1“ ist nicht angehängt</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose files &amp;in it…</source>
        <translation>Dateien darin wä&amp;hlen…</translation>
    </message>
    <message>
        <source>Remo&amp;ve it from the letter</source>
        <translation>Aus dem Br&amp;ief entfernen</translation>
    </message>
</context>
<context>
    <name>pennypost::FindBar</name>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Matc&amp;h case</source>
        <translation>&amp;Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Die Suche schließen</translation>
    </message>
    <message>
        <source>Replace &amp;with</source>
        <translation>Ersetzen &amp;durch</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>E&amp;rsetzen</translation>
    </message>
    <message>
        <source>R&amp;eplace all</source>
        <translation>A&amp;lle ersetzen</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <comment>how many words were replaced by others</comment>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which of the words found is selected, how many there are</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <comment>how often a word is in the letter</comment>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennypost::FormatBar</name>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Fett</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Kursiv</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>&amp;Unterstrichen</translation>
    </message>
    <message>
        <source>Bu&amp;lleted list</source>
        <translation>Auf&amp;zählung</translation>
    </message>
    <message>
        <source>&amp;Numbered list</source>
        <translation>&amp;Nummerierte Liste</translation>
    </message>
    <message>
        <source>&amp;Quotation</source>
        <translation>&amp;Zitat</translation>
    </message>
    <message>
        <source>Lin&amp;k</source>
        <translation>Lin&amp;k</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Formatierung</translation>
    </message>
</context>
<context>
    <name>pennypost::IdentityCombo</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>%1 (practice: stays on this computer)</source>
        <translation>%1 (Übung: bleibt auf diesem Computer)</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
</context>
<context>
    <name>pennypost::LetterCopy</name>
    <message>
        <source>Saving the letter…</source>
        <translation>Der Brief wird gespeichert…</translation>
    </message>
    <message>
        <source>The letter is saved as a file</source>
        <translation>Der Brief ist als Datei gespeichert</translation>
    </message>
    <message>
        <source>%1 holds it as it would go out, without the recipients in Bcc. It has not been sent.</source>
        <translation>%1 enthält ihn so, wie er hinausginge, ohne die Empfänger in Bcc. Gesendet wurde er nicht.</translation>
    </message>
    <message>
        <source>The letter could not be saved as a file</source>
        <translation>Der Brief konnte nicht als Datei gespeichert werden</translation>
    </message>
    <message>
        <source>Why stands below; another folder or disk may help. The letter is still open, and nothing of it is lost.</source>
        <translation>Warum, steht unten; vielleicht hilft ein anderer Ordner oder Datenträger. Der Brief ist noch offen, und nichts davon ist verloren.</translation>
    </message>
    <message>
        <source>The system&apos;s words</source>
        <translation>Die Worte des Systems</translation>
    </message>
    <message>
        <source>Save it &amp;elsewhere…</source>
        <translation>Anders&amp;wo speichern…</translation>
    </message>
    <message>
        <source>An attachment is not ready. Wait until it is, or remove it from the letter.</source>
        <translation>Ein Anhang ist noch nicht bereit. Warten Sie, bis er es ist, oder entfernen Sie ihn aus dem Brief.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>It leaves out what is no mail address: %1.</source>
        <translation>Nicht darin steht, was keine Mailadresse ist: %1.</translation>
    </message>
    <message>
        <source>It has no sender yet, which such a file can&apos;t do without. Set up an account to write from; the text is still open.</source>
        <translation>Er hat noch keinen Absender, und ohne den geht es in einer solchen Datei nicht. Richten Sie ein Konto ein, von dem Sie schreiben; der Text ist noch offen.</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Zurück</translation>
    </message>
</context>
<context>
    <name>pennypost::LetterHead</name>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>Blindkopie</translation>
    </message>
    <message>
        <source>Addresses and subject</source>
        <translation>Adressen und Betreff</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;An</translation>
    </message>
    <message>
        <source>&amp;Cc</source>
        <translation>&amp;Kopie</translation>
    </message>
    <message>
        <source>&amp;Bcc</source>
        <translation>&amp;Blindkopie</translation>
    </message>
    <message>
        <source>Sub&amp;ject</source>
        <translation>Betre&amp;ff</translation>
    </message>
    <message>
        <source>Add recipients of a copy</source>
        <translation>Empfänger einer Kopie hinzufügen</translation>
    </message>
    <message>
        <source>Add recipients of a copy that the others don&apos;t see</source>
        <translation>Empfänger einer Kopie hinzufügen, die die anderen nicht sehen</translation>
    </message>
</context>
<context>
    <name>pennypost::MainWindow</name>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>Pennypost</source>
        <translation>Pennypost</translation>
    </message>
    <message>
        <source>Search letters</source>
        <translation>Briefe suchen</translation>
    </message>
    <message>
        <source>&amp;New letter</source>
        <translation>&amp;Neuer Brief</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Briefe</translation>
    </message>
    <message>
        <source>L&amp;ook at it</source>
        <translation>&amp;Ansehen</translation>
    </message>
    <message>
        <source>The draft “%1” was deleted.</source>
        <translation>Der Entwurf „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>The received letter “%1” was deleted.</source>
        <translation>Der empfangene Brief „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>“%1” was sent.</source>
        <translation>„%1“ wurde gesendet.</translation>
    </message>
    <message>
        <source>Show the &amp;receipt</source>
        <translation>Die &amp;Quittung zeigen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Practise</source>
        <translation>Ü&amp;ben</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>&amp;Brief</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Accounts</source>
        <translation>&amp;Konten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Pennypost</source>
        <translation>Ü&amp;ber Pennypost</translation>
    </message>
    <message>
        <source>About Pennypost</source>
        <translation>Über Pennypost</translation>
    </message>
    <message>
        <source>Pennypost %1</source>
        <translation>Pennypost %1</translation>
    </message>
    <message>
        <source>Write a letter and be sure that it went out.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Einen Brief schreiben und sicher sein, dass er abging.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>“%1” was saved to drafts.</source>
        <translation>„%1“ wurde bei den Entwürfen gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>“%1” is open in its window. Close the window before you delete it.</source>
        <translation>„%1“ ist in einem Fenster offen. Schließen Sie das Fenster, bevor Sie ihn löschen.</translation>
    </message>
    <message>
        <source>&amp;It arrived</source>
        <translation>Er &amp;ist angekommen</translation>
    </message>
    <message>
        <source>&amp;Send again…</source>
        <translation>E&amp;rneut senden…</translation>
    </message>
    <message>
        <source>Fo&amp;rget it</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>&amp;Set up an account…</source>
        <translation>Ein Konto &amp;einrichten…</translation>
    </message>
    <message>
        <source>&amp;Manage accounts…</source>
        <translation>Konten &amp;verwalten…</translation>
    </message>
    <message>
        <source>The sent letter “%1” was deleted.</source>
        <translation>Der gesendete Brief „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“%1” went out to %2, but the server’s confirmation never came in. It may have arrived. Ask there, or look into your server’s sent mail, before you send it again.</source>
        <translation>„%1“ ging an %2 hinaus, aber die Bestätigung des Servers kam nie an. Der Brief kann angekommen sein. Fragen Sie dort nach, oder sehen Sie bei Ihrem Anbieter unter „Gesendet“ nach, bevor Sie ihn noch einmal senden.</translation>
    </message>
    <message>
        <source>In the main window</source>
        <translation>Im Hauptfenster</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>Save the connection &amp;log…</source>
        <translation>Verbindungs&amp;protokoll sichern …</translation>
    </message>
    <message>
        <source>There is nothing to save yet: since Pennypost was started no mail server has been spoken to.</source>
        <translation>Es gibt noch nichts zu sichern: Seit dem Start von Pennypost wurde mit keinem Mailserver gesprochen.</translation>
    </message>
    <message>
        <source>Save the connection log</source>
        <translation>Verbindungsprotokoll sichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>The connection log is saved as %1. It holds addresses and server names: look through it before you pass it on.</source>
        <translation>Das Verbindungsprotokoll liegt in %1. Adressen und Servernamen stehen darin: Sehen Sie es durch, bevor Sie es weitergeben.</translation>
    </message>
    <message>
        <source>The connection log could not be saved as %1: %2</source>
        <translation>Das Verbindungsprotokoll konnte nicht als %1 gesichert werden: %2</translation>
    </message>
    <message>
        <source>Save it &amp;elsewhere…</source>
        <translation>&amp;Anderswo sichern …</translation>
    </message>
    <message>
        <source>&amp;Open letters from files…</source>
        <translation>Briefe aus &amp;Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open letters from files</source>
        <translation>Briefe aus Dateien öffnen</translation>
    </message>
    <message>
        <source>Letters (*.eml)</source>
        <translation>Briefe (*.eml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>pennypost::NoticeStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>pennypost::OpenedCopies</name>
    <message>
        <source>“%1” is a program</source>
        <translation>„%1“ ist ein Programm</translation>
    </message>
    <message>
        <source>Opening it here would run it. It stays attached as it is.</source>
        <translation>Es hier zu öffnen, würde es starten. Es bleibt angehängt, wie es ist.</translation>
    </message>
    <message>
        <source>Its copy can&apos;t be written: is the disk full?</source>
        <translation>Die Kopie kann nicht geschrieben werden: Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>No program on this computer opens files of this kind.</source>
        <translation>Kein Programm auf diesem Rechner öffnet Dateien dieser Art.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be opened</source>
        <translation>„%1“ kann nicht geöffnet werden</translation>
    </message>
</context>
<context>
    <name>pennypost::OutboxModel</name>
    <message>
        <source>May have been sent</source>
        <translation>Vielleicht gesendet</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>Einer abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <translation>Braucht Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Practice: received here</source>
        <translation>Übung: hier empfangen</translation>
    </message>
    <message>
        <source>(no sender)</source>
        <translation>(kein Absender)</translation>
    </message>
    <message>
        <source>(no recipient)</source>
        <translation>(kein Empfänger)</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>Draft to %1: %2, %3</source>
        <translation>Entwurf an %1: %2, %3</translation>
    </message>
    <message>
        <source>Sent to %1: %2, %3</source>
        <translation>Gesendet an %1: %2, %3</translation>
    </message>
    <message>
        <source>Received from %1: %2, %3</source>
        <translation>Empfangen von %1: %2, %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>pennypost::PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>Das Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Das Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>pennypost::ProblemPanel</name>
    <message>
        <source>&amp;Trust exactly this certificate</source>
        <translation>&amp;Genau diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>In its own words:</source>
        <translation>In eigenen Worten:</translation>
    </message>
</context>
<context>
    <name>pennypost::ProviderHint</name>
    <message>
        <source>%1 lets programs in only through its own sign-in page. Pennypost can&apos;t use that yet, so a password will most likely be refused.</source>
        <translation>%1 lässt Programme nur über die eigene Anmeldeseite ein. Pennypost kann das noch nicht, ein Passwort wird also höchstwahrscheinlich abgelehnt.</translation>
    </message>
    <message>
        <source>&amp;What %1 says about this</source>
        <translation>&amp;Was %1 dazu sagt</translation>
    </message>
    <message>
        <source>%1 sends through a program of its own that has to run on this computer. Use the password which that program shows, not that of your mailbox.</source>
        <translation>%1 sendet über ein eigenes Programm, das auf diesem Computer laufen muss. Nehmen Sie das Passwort, das jenes Programm zeigt, nicht das Ihres Postfachs.</translation>
    </message>
    <message>
        <source>&amp;Get that program</source>
        <translation>&amp;Dieses Programm holen</translation>
    </message>
    <message>
        <source>%1 wants an app password here: one made for a single program, not the password of your mailbox.</source>
        <translation>%1 verlangt hier ein App-Passwort: eines, das für ein einzelnes Programm angelegt wird, nicht das Passwort Ihres Postfachs.</translation>
    </message>
    <message>
        <source>Ma&amp;ke an app password</source>
        <translation>Ein App-Passwort an&amp;legen</translation>
    </message>
    <message>
        <source>%1 lets mail programs in only after you have allowed it in your settings there.</source>
        <translation>%1 lässt Mailprogramme erst ein, wenn Sie es dort in Ihren Einstellungen erlaubt haben.</translation>
    </message>
    <message>
        <source>&amp;How to allow it</source>
        <translation>&amp;Wie man es erlaubt</translation>
    </message>
</context>
<context>
    <name>pennypost::ProxyFields</name>
    <message>
        <source>As in the system&apos;s settings</source>
        <translation>Wie in den Systemeinstellungen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>HTTP (CONNECT)</source>
        <translation>HTTP (CONNECT)</translation>
    </message>
    <message>
        <source>none: it asks for no sign-in</source>
        <translation>keiner: Er verlangt keine Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Its port</source>
        <translation>Zuge&amp;höriger Port</translation>
    </message>
    <message>
        <source>The proxy&apos;s port</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Prox&amp;y&apos;s name</source>
        <translation>Name des Prox&amp;ys</translation>
    </message>
    <message>
        <source>Si&amp;gn-in name for the proxy</source>
        <translation>Ben&amp;utzername beim Proxy</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Password for t&amp;he proxy</source>
        <translation>Pass&amp;wort beim Proxy</translation>
    </message>
</context>
<context>
    <name>pennypost::ReceiptView</name>
    <message>
        <source>Receipt: %1</source>
        <translation>Quittung: %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the receipt as text</source>
        <translation>Die Quittung als Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Save the letter…</source>
        <translation>Den Brief &amp;speichern…</translation>
    </message>
    <message>
        <source>Save the letter as it went out, as an .eml file</source>
        <translation>Den Brief, wie er hinausging, als .eml-Datei speichern</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Quittung</translation>
    </message>
</context>
<context>
    <name>pennypost::ReceivedView</name>
    <message>
        <source>Received letter</source>
        <translation>Empfangener Brief</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>&amp;Save the attachment…</source>
        <translation>Den Anhang &amp;speichern…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>This letter cannot be read</source>
        <translation>Dieser Brief kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>As the practice server received it. Nothing left this computer.</source>
        <translation>Wie der Übungsserver ihn empfing. Nichts hat diesen Computer verlassen.</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Empfangen: %1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Kopie: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Datum: %1</translation>
    </message>
    <message>
        <source>Formatted text</source>
        <translation>Formatierter Text</translation>
    </message>
    <message>
        <source>&amp;Formatted</source>
        <translation>&amp;Formatiert</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>&amp;Plain text</source>
        <translation>&amp;Reiner Text</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>&amp;Header</source>
        <translation>&amp;Kopfzeilen</translation>
    </message>
    <message>
        <source>%1
[the rest is in %2]</source>
        <translation>%1
[der Rest steht in %2]</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>&amp;Quelltext</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>Den Anhang speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Parts of the letter</source>
        <translation>Teile des Briefs</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>Der Brief</translation>
    </message>
    <message>
        <source>In a letter that was opened</source>
        <translation>In einem geöffneten Brief</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Antworten</translation>
    </message>
    <message>
        <source>Reply to &amp;all</source>
        <translation>A&amp;llen antworten</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>&amp;Weiterleiten</translation>
    </message>
    <message>
        <source>Forward as an a&amp;ttachment</source>
        <translation>Als An&amp;hang weiterleiten</translation>
    </message>
    <message>
        <source>&amp;Edit as new</source>
        <translation>Als &amp;neu bearbeiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>Opened from %1</source>
        <translation>Geöffnet aus %1</translation>
    </message>
    <message>
        <source>This file is no letter</source>
        <translation>Diese Datei ist kein Brief</translation>
    </message>
    <message>
        <source>The file is gone or has changed since it was opened. Open it again to go on.</source>
        <translation>Die Datei ist seit dem Öffnen verschwunden oder verändert worden. Öffnen Sie sie neu, um fortzufahren.</translation>
    </message>
</context>
<context>
    <name>pennypost::RecipientField</name>
    <message>
        <source>What is wrong in %1</source>
        <translation>Was in %1 nicht stimmt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>an entry of an address field, what is wrong with it</comment>
        <translation>„%1“: %2</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <comment>further wrong addresses</comment>
        <translation>
            <numerusform>Und eine weitere.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused this address: %1</source>
        <translation>Der Server hat diese Adresse abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>pennypost::RecipientSuggestions</name>
    <message>
        <source>Known recipients</source>
        <translation>Bekannte Empfänger</translation>
    </message>
    <message>
        <source>Delete forgets this address</source>
        <translation>Entf vergisst diese Adresse</translation>
    </message>
</context>
<context>
    <name>pennypost::ReuseText</name>
    <message>
        <source>The original letter:</source>
        <translation>Der ursprüngliche Brief:</translation>
    </message>
    <message>
        <source>%1 wrote:</source>
        <translation>%1 schrieb:</translation>
    </message>
    <message>
        <source>On %1 at %2, %3 wrote:</source>
        <extracomment>of a quoted letter: %1 is a date, %2 a time, %3 who wrote it</extracomment>
        <translation>Am %1 um %2 schrieb %3:</translation>
    </message>
    <message>
        <source>Forwarded letter</source>
        <translation>Weitergeleiteter Brief</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Datum: %1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Betreff: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Kopie: %1</translation>
    </message>
    <message>
        <source>The letter cannot be opened</source>
        <translation>Der Brief lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Its file cannot be read. See whether it is still there and whether you may read it.</source>
        <translation>Seine Datei lässt sich nicht lesen. Prüfen Sie, ob sie noch da ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>This file is no letter</source>
        <translation>Diese Datei ist kein Brief</translation>
    </message>
    <message>
        <source>It does not begin as a letter does. Open a file that a mail program saved, mostly with a name that ends in .eml.</source>
        <translation>Sie beginnt nicht wie ein Brief. Öffnen Sie eine Datei, die ein Mailprogramm gespeichert hat; meist endet ihr Name auf .eml.</translation>
    </message>
    <message>
        <source>The letter&apos;s attachments find no place</source>
        <translation>Die Anhänge des Briefs finden keinen Platz</translation>
    </message>
    <message>
        <source>It wanted a file of yours attached: only you attach files.</source>
        <translation>Er wollte eine Ihrer Dateien anhängen lassen: Dateien hängen nur Sie an.</translation>
    </message>
    <message>
        <source>Not an address: %1.</source>
        <translation>Keine Adresse: %1.</translation>
    </message>
    <message>
        <source>Tried to smuggle in lines of its own: %1.</source>
        <translation>Wollte eigene Zeilen einschmuggeln: %1.</translation>
    </message>
    <message>
        <source>Not for a link to set: %1.</source>
        <translation>Das darf ein Verweis nicht setzen: %1.</translation>
    </message>
    <message>
        <source>Not readable: %1.</source>
        <translation>Nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Names no letter: %1.</source>
        <translation>Benennt keinen Brief: %1.</translation>
    </message>
    <message>
        <source>Not all that the link asks for is in this letter</source>
        <translation>Nicht alles, was der Verweis verlangt, steht in diesem Brief</translation>
    </message>
</context>
<context>
    <name>pennypost::SaveLetterDialog</name>
    <message>
        <source>Save the letter</source>
        <translation>Den Brief speichern</translation>
    </message>
    <message>
        <source>Letters (*.eml)</source>
        <translation>Briefe (*.eml)</translation>
    </message>
</context>
<context>
    <name>pennypost::SendFlow</name>
    <message>
        <source>Waiting for the attachments, then sending</source>
        <translation>Erst die Anhänge, dann wird gesendet</translation>
    </message>
    <message>
        <source>&amp;Set up an account…</source>
        <translation>Ein Konto &amp;einrichten…</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>B&amp;etreff</translation>
    </message>
    <message>
        <source>S&amp;end with this subject</source>
        <translation>&amp;Mit diesem Betreff senden</translation>
    </message>
    <message>
        <source>Send &amp;without subject</source>
        <translation>&amp;Ohne Betreff senden</translation>
    </message>
    <message>
        <source>&amp;Send anyway</source>
        <translation>Trotzdem &amp;senden</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what is happening, at which server</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The whole letter is with the server and can&apos;t be called back. Waiting for the confirmation.</source>
        <translation>Der ganze Brief ist beim Server und lässt sich nicht zurückrufen. Es wird auf die Bestätigung gewartet.</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>The letter was sent, but its receipt could not be kept</source>
        <translation>Der Brief wurde gesendet, aber seine Quittung konnte nicht aufbewahrt werden</translation>
    </message>
    <message>
        <source>The server took it: don&apos;t send it again. It will be missing in the Sent list.</source>
        <translation>Der Server hat ihn angenommen: Senden Sie ihn nicht erneut. In der Liste der gesendeten Briefe wird er fehlen.</translation>
    </message>
    <message>
        <source>&amp;Close the letter</source>
        <translation>Den Brief s&amp;chließen</translation>
    </message>
    <message>
        <source>Trust exactly this certificate?</source>
        <translation>Genau diesem Zertifikat vertrauen?</translation>
    </message>
    <message>
        <source>Only do so if whoever runs the server told you this fingerprint. It counts for this server and port alone.</source>
        <translation>Nur, wenn der Betreiber des Servers Ihnen diesen Fingerabdruck genannt hat. Es gilt allein für diesen Server und Port.</translation>
    </message>
    <message>
        <source>&amp;Trust it and send</source>
        <translation>&amp;Vertrauen und senden</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t trust it</source>
        <translation>&amp;Nicht vertrauen</translation>
    </message>
    <message>
        <source>The keyring&apos;s words</source>
        <translation>Was der Schlüsselbund sagt</translation>
    </message>
    <message>
        <source>Enter the &amp;password for this session</source>
        <translation>&amp;Passwort für diese Sitzung eingeben</translation>
    </message>
    <message>
        <source>Acc&amp;ounts…</source>
        <translation>K&amp;onten…</translation>
    </message>
    <message>
        <source>The password of %1 at %2</source>
        <comment>user name, server</comment>
        <translation>Das Passwort von %1 bei %2</translation>
    </message>
    <message>
        <source>Pennypost keeps it in memory until it ends, and nowhere else.</source>
        <translation>Pennypost behält es im Speicher, bis es endet, und sonst nirgends.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Passwo&amp;rt</translation>
    </message>
    <message>
        <source>Send &amp;with this password</source>
        <translation>&amp;Mit diesem Passwort senden</translation>
    </message>
    <message>
        <source>The account “%1” is no longer there</source>
        <translation>Das Konto „%1“ gibt es nicht mehr</translation>
    </message>
    <message>
        <source>This letter would now go out from %1.</source>
        <translation>Dieser Brief ginge jetzt von %1 aus hinaus.</translation>
    </message>
    <message>
        <source>&amp;Use this sender</source>
        <translation>Diesen Absender &amp;nehmen</translation>
    </message>
    <message>
        <source>C&amp;hoose another</source>
        <translation>Anderen &amp;wählen</translation>
    </message>
    <message>
        <source>There is no other one to send this letter from.</source>
        <translation>Es gibt kein anderes, von dem dieser Brief gesendet werden kann.</translation>
    </message>
    <message>
        <source>&amp;Send from this address</source>
        <translation>Von dieser Adresse &amp;senden</translation>
    </message>
    <message>
        <source>Pennypost ends as soon as this letter is out.</source>
        <translation>Pennypost endet, sobald dieser Brief hinaus ist.</translation>
    </message>
    <message>
        <source>That was about another account or server</source>
        <translation>Das betraf ein anderes Konto oder einen anderen Server</translation>
    </message>
    <message>
        <source>Nothing has been changed, and nothing sent. The letter would now go out from %1 through %2.</source>
        <translation>Es wurde nichts geändert und nichts gesendet. Der Brief ginge jetzt von %1 über %2 hinaus.</translation>
    </message>
    <message>
        <source>The letter that arrived is in the Sent list now</source>
        <translation>Der angekommene Brief steht jetzt in der Liste der gesendeten Briefe</translation>
    </message>
    <message>
        <source>This was decided in the main window: the letter arrived</source>
        <translation>Das wurde im Hauptfenster entschieden: Der Brief ist angekommen</translation>
    </message>
    <message>
        <source>What you have changed since then is still here, and has not been sent.</source>
        <translation>Was Sie seitdem geändert haben, ist noch hier und wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>&amp;Never ask for a missing subject again</source>
        <translation>&amp;Nie mehr nach einem fehlenden Betreff fragen</translation>
    </message>
    <message>
        <source>The letter has not been sent yet: it would go out from %1.</source>
        <translation>Der Brief ist noch nicht gesendet: Er würde von %1 ausgehen.</translation>
    </message>
</context>
<context>
    <name>pennypost::SendQuestion</name>
    <message>
        <source>The letter has neither a subject nor a text</source>
        <translation>Der Brief hat weder Betreff noch Text</translation>
    </message>
    <message>
        <source>There is no attachment either, and without a subject it is easily overlooked or taken for spam. Send it all the same?</source>
        <translation>Auch ein Anhang fehlt, und ohne Betreff wird er leicht übersehen oder für Spam gehalten. Trotzdem senden?</translation>
    </message>
</context>
<context>
    <name>pennypost::SendStateBar</name>
    <message>
        <source>State of the letter</source>
        <translation>Stand des Briefs</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abbr&amp;echen</translation>
    </message>
    <message>
        <source>How much has been sent</source>
        <translation>Wie viel gesendet ist</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Das Senden abbrechen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1 of %2 as sent · %3 %</source>
        <comment>sent bytes, all bytes as encoded, percent</comment>
        <translation>%1 von %2 beim Senden · %3 %</translation>
    </message>
</context>
<context>
    <name>pennypost::ServerSettingsForm</name>
    <message>
        <source>S&amp;erver</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>none: the server asks for no sign-in</source>
        <translation>keiner: Der Server verlangt keine Anmeldung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Sign-in &amp;method</source>
        <translation>Art der Anmel&amp;dung</translation>
    </message>
    <message>
        <source>&amp;Forget this certificate</source>
        <translation>Dieses Zertifi&amp;kat vergessen</translation>
    </message>
    <message>
        <source>TLS from the start (usual on port 465)</source>
        <translation>TLS von Anfang an (üblich auf Port 465)</translation>
    </message>
    <message>
        <source>STARTTLS (usual on port 587)</source>
        <translation>STARTTLS (üblich auf Port 587)</translation>
    </message>
    <message>
        <source>No encryption</source>
        <translation>Keine Verschlüsselung</translation>
    </message>
    <message>
        <source>En&amp;cryption</source>
        <translation>&amp;Verschlüsselung</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>Without encryption, everyone on the way can read and change your letters. A password is never sent that way, so this only suits a server that asks for none.</source>
        <translation>Ohne Verschlüsselung kann unterwegs jeder Ihre Briefe lesen und ändern. Ein Passwort wird so nie gesendet, daher passt das nur zu einem Server, der keines verlangt.</translation>
    </message>
    <message>
        <source>Sen&amp;d without encryption all the same</source>
        <translation>&amp;Trotzdem unverschlüsselt senden</translation>
    </message>
    <message>
        <source>For this server and port, only the certificate with this SHA-256 fingerprint is trusted:
%1</source>
        <translation>Für diesen Server und Port wird nur dem Zertifikat mit diesem SHA-256-Fingerabdruck vertraut:
%1</translation>
    </message>
    <message>
        <source>Tick the box above to go on without encryption, or choose TLS.</source>
        <translation>Kreuzen Sie oben an, dass es ohne Verschlüsselung weitergehen soll, oder wählen Sie TLS.</translation>
    </message>
    <message>
        <source>Forget these author&amp;ities</source>
        <translation>Diese Zertifizierungsstellen ver&amp;gessen</translation>
    </message>
    <message>
        <source>For this server, the authorities in this file are trusted as well:
%1</source>
        <translation>Für diesen Server wird außerdem den Zertifizierungsstellen in dieser Datei vertraut:
%1</translation>
    </message>
    <message>
        <source>Mo&amp;re: certificate and proxy</source>
        <translation>&amp;Mehr: Zertifikat und Proxy</translation>
    </message>
    <message>
        <source>no proxy</source>
        <translation>kein Proxy</translation>
    </message>
</context>
<context>
    <name>pennypost::ServerTest</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pennypost::ServerTestView</name>
    <message>
        <source>Still to come: %1</source>
        <translation>Kommt noch: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>pennypost::SessionPassword</name>
    <message>
        <source>&amp;Password</source>
        <translation>Passwo&amp;rt</translation>
    </message>
    <message>
        <source>It is kept in memory until Pennypost ends, and nowhere else.</source>
        <translation>Es bleibt im Speicher, bis Pennypost endet, und sonst nirgends.</translation>
    </message>
    <message>
        <source>Test &amp;with this password</source>
        <translation>&amp;Mit diesem Passwort prüfen</translation>
    </message>
    <message>
        <source>&amp;Password of %1</source>
        <translation>&amp;Passwort von %1</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Passwort von %1</translation>
    </message>
</context>
<context>
    <name>pennypost::ShortcutsDialog</name>
    <message>
        <source>No shortcut is called like that.</source>
        <translation>Kein Tastenkürzel heißt so.</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>Ü&amp;bliche Taste</translation>
    </message>
    <message>
        <source>Usual keys for &amp;all</source>
        <translation>Übliche Tasten für &amp;alle</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>This could not be stored. It holds until Pennypost ends.</source>
        <translation>Das konnte nicht gespeichert werden. Es gilt, bis Pennypost beendet wird.</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>What it does, or the key</source>
        <translation>Was es tut, oder die Taste</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Usually without a key</source>
        <translation>Üblich ist keine Taste</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <comment>keys</comment>
        <translation>Üblich ist %1</translation>
    </message>
    <message>
        <source>Press the &amp;key for “%1”</source>
        <translation>&amp;Drücken Sie die Taste für „%1“</translation>
    </message>
    <message>
        <source>This key always stays what it is.</source>
        <translation>Diese Taste bleibt immer, was sie ist.</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>Wählen Sie eine Aktion, um ihr eine andere Taste zu geben.</translation>
    </message>
    <message>
        <source>%1 is needed for writing. Take it together with others, such as %2, or a function key.</source>
        <translation>%1 wird zum Schreiben gebraucht. Nehmen Sie die Taste zusammen mit anderen, etwa %2, oder eine Funktionstaste.</translation>
    </message>
    <message>
        <source>%1 edits text in every field. Take another key.</source>
        <translation>%1 bearbeitet Text in jedem Feld. Nehmen Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>%1 moves about in every window. Take another key.</source>
        <translation>%1 bewegt sich durch jedes Fenster. Nehmen Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>“%1” has no key now.</source>
        <translation>„%1“ hat jetzt keine Taste.</translation>
    </message>
    <message>
        <source>“%1” is %2 now.</source>
        <comment>an action; a key</comment>
        <translation>„%1“ ist jetzt %2.</translation>
    </message>
    <message>
        <source>It was taken from “%1”.</source>
        <comment>a key from an action</comment>
        <translation>Bisher gehörte sie zu „%1“.</translation>
    </message>
    <message>
        <source>All keys are the usual ones now.</source>
        <translation>Alle Tasten sind jetzt die üblichen.</translation>
    </message>
</context>
<context>
    <name>pennypost::Strip</name>
    <message>
        <source>The server&apos;s words</source>
        <translation>Die Worte des Servers</translation>
    </message>
    <message>
        <source>The system&apos;s words</source>
        <translation>Was das System sagt</translation>
    </message>
</context>
<context>
    <name>pennypost::TestPage</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Test a&amp;gain</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Testing the account</source>
        <translation>Das Konto wird geprüft</translation>
    </message>
    <message>
        <source>The test was stopped</source>
        <translation>Die Prüfung wurde angehalten</translation>
    </message>
    <message>
        <source>That did not work yet</source>
        <translation>Das ging noch nicht</translation>
    </message>
    <message>
        <source>Tested, but not stored yet</source>
        <translation>Geprüft, aber noch nicht gespeichert</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>Es funktioniert</translation>
    </message>
    <message>
        <source>Storing the account</source>
        <translation>Das Konto wird gespeichert</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertigstellen</translation>
    </message>
    <message>
        <source>Finish stores the account.</source>
        <translation>Fertigstellen speichert das Konto.</translation>
    </message>
    <message>
        <source>If your keychain is locked, it now asks for its own password.</source>
        <translation>Ist Ihr Schlüsselbund gesperrt, fragt er jetzt nach seinem eigenen Passwort.</translation>
    </message>
    <message>
        <source>Get the password from your keychain</source>
        <translation>Das Passwort aus Ihrem Schlüsselbund holen</translation>
    </message>
    <message>
        <source>Store &amp;without testing</source>
        <translation>&amp;Ohne Prüfung speichern</translation>
    </message>
    <message>
        <source>Not stored yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>You may store the account as it is (%1), for instance while you are offline. Until the settings are right, sending may fail; a letter that can&apos;t go out stays with you.</source>
        <translation>Sie können das Konto so speichern, wie es ist (%1), zum Beispiel solange Sie offline sind. Bis die Einstellungen stimmen, kann das Senden fehlschlagen; ein Brief, der nicht hinausgeht, bleibt bei Ihnen.</translation>
    </message>
    <message>
        <source>Finish stores the account, and asks your keychain to keep the password.</source>
        <translation>Fertigstellen speichert das Konto und bittet Ihren Schlüsselbund, das Passwort aufzubewahren.</translation>
    </message>
</context>
<context>
    <name>pennypost::UndecidedLetter</name>
    <message>
        <source>&amp;It arrived</source>
        <translation>Er &amp;ist angekommen</translation>
    </message>
    <message>
        <source>Send a&amp;gain</source>
        <translation>&amp;Erneut senden</translation>
    </message>
    <message>
        <source>This was decided in the main window: the letter is a draft again</source>
        <translation>Das wurde im Hauptfenster entschieden: Der Brief ist wieder ein Entwurf</translation>
    </message>
    <message>
        <source>It has not been sent again.</source>
        <translation>Er wurde nicht erneut gesendet.</translation>
    </message>
    <message>
        <source>It did &amp;not arrive</source>
        <translation>Er kam &amp;nicht an</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Zurück</translation>
    </message>
</context>
</TS>
