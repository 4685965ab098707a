<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ConnectionLog</name>
    <message>
        <source>Pennypost, what was said to mail servers</source>
        <translation>Pennypost، ما قيل لخوادم البريد</translation>
    </message>
    <message>
        <source>Pennypost %1, what was said to mail servers</source>
        <translation>Pennypost %1، ما قيل لخوادم البريد</translation>
    </message>
    <message>
        <source>Passwords and tokens are not in it, nor is any letter&apos;s text; addresses and server names are.</source>
        <translation>ليست فيه كلمات مرور ولا رموز ولا نص أي رسالة؛ أما العناوين وأسماء الخوادم ففيه.</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>ما زال جاريًا</translation>
    </message>
</context>
<context>
    <name>GuiOptions</name>
    <message>
        <source>Write a letter and be sure that it went out.</source>
        <translation>اكتب رسالة وتأكد من أنها أُرسلت.</translation>
    </message>
    <message>
        <source>Keep everything in &lt;folder&gt;.</source>
        <translation>احفظ كل شيء في &lt;المجلد&gt;.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Links (mailto:...) and files with letters, to open.</source>
        <translation>روابط (mailto:...) وملفات فيها رسائل لفتحها.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>This computer is offline</source>
        <translation>هذا الحاسوب غير متصل</translation>
    </message>
    <message>
        <source>There is no connection to any network, so nothing was sent. Try again as soon as you are back online.</source>
        <translation>لا يوجد اتصال بأي شبكة، لذلك لم يُرسل شيء. حاول مرة أخرى حالما تعود متصلًا.</translation>
    </message>
    <message>
        <source>There is no server of that name</source>
        <translation>لا يوجد خادم بهذا الاسم</translation>
    </message>
    <message>
        <source>Nobody on the Internet knows a server called “%1”. Please check the name for a slip of the keyboard; your mail provider&apos;s help pages name the right one.</source>
        <translation>لا أحد على الإنترنت يعرف خادمًا باسم «%1». تحقق من عدم وجود خطأ في كتابة الاسم؛ صفحات المساعدة لدى مزود بريدك تذكر الاسم الصحيح.</translation>
    </message>
    <message>
        <source>The server does not answer on this port</source>
        <translation>الخادم لا يجيب على هذا المنفذ</translation>
    </message>
    <message>
        <source>The server could not be reached in time</source>
        <translation>تعذر الوصول إلى الخادم في الوقت المحدد</translation>
    </message>
    <message>
        <source>%1 did not answer on port %2. Many networks block mail ports: try the other of the ports 465 and 587, another network, or a VPN.</source>
        <translation>لم يجب %1 على المنفذ %2. شبكات كثيرة تحجب منافذ البريد: جرّب الآخر من المنفذين 465 و587، أو شبكة أخرى، أو VPN.</translation>
    </message>
    <message>
        <source>The server took too long</source>
        <translation>استغرق الخادم وقتًا أطول من اللازم</translation>
    </message>
    <message>
        <source>%1 stopped answering, so we gave up waiting and nothing was sent. It may be busy: try again in a few minutes.</source>
        <translation>توقف %1 عن الإجابة، فأُنهي الانتظار ولم يُرسل شيء. قد يكون مشغولًا: حاول مرة أخرى بعد بضع دقائق.</translation>
    </message>
    <message>
        <source>The connection was cut</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>The connection to %1 ended before its time, and nothing was handed over. Check your network and try again.</source>
        <translation>انتهى الاتصال بالخادم %1 قبل أوانه ولم يُسلَّم شيء. تحقق من شبكتك وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>This is not a mail server</source>
        <translation>هذا ليس خادم بريد</translation>
    </message>
    <message>
        <source>Something else than a mail server answered at %1, port %2. In a hotel, a train or a café you may have to sign in to the network first: open any page in your browser, then try again. Otherwise check the server&apos;s name and port.</source>
        <translation>أجاب على %1، المنفذ %2، شيء غير خادم بريد. في الفندق أو القطار أو المقهى قد يلزم تسجيل الدخول إلى الشبكة أولًا: افتح أي صفحة في متصفحك ثم حاول مرة أخرى. وإلا فتحقق من اسم الخادم ومنفذه.</translation>
    </message>
    <message>
        <source>The server refuses this computer</source>
        <translation>الخادم يرفض هذا الحاسوب</translation>
    </message>
    <message>
        <source>%1 does not take mail from where you are, whoever you are. Its blocklist may hold the network you are in, or it may not be the server for sending. Try another network, or check the server&apos;s name.</source>
        <translation>لا يقبل %1 البريد من مكانك أيًا كنت. قد تكون شبكتك في قائمة الحظر لديه، أو قد لا يكون هو خادم الإرسال. جرّب شبكة أخرى أو تحقق من اسم الخادم.</translation>
    </message>
    <message>
        <source>This port begins without encryption</source>
        <translation>هذا المنفذ يبدأ بلا تعمية</translation>
    </message>
    <message>
        <source>We spoke TLS from the first byte, but %1 waits for plain text on port %2 and encrypts later, by STARTTLS. Switch to STARTTLS, which protects just as well.</source>
        <translation>استُخدم TLS من أول بايت، لكن %1 ينتظر نصًا صريحًا على المنفذ %2 ويُعمّي لاحقًا عبر STARTTLS. انتقل إلى STARTTLS، فحمايته لا تقل عنه.</translation>
    </message>
    <message>
        <source>This port is encrypted from the start</source>
        <translation>هذا المنفذ معمّى من البداية</translation>
    </message>
    <message>
        <source>%1 waits for TLS from the first byte on port %2, and we waited for its greeting. Switch to TLS.</source>
        <translation>ينتظر %1 استخدام TLS من أول بايت على المنفذ %2، بينما انتُظرت تحيته. انتقل إلى TLS.</translation>
    </message>
    <message>
        <source>The connection could not be encrypted</source>
        <translation>تعذرت تعمية الاتصال</translation>
    </message>
    <message>
        <source>We and %1 could not agree on how to encrypt, so nothing was sent. A proxy or an antivirus program in between may be in the way. Try again, or try the other security setting.</source>
        <translation>لم يحصل اتفاق مع %1 على كيفية التعمية، لذلك لم يُرسل شيء. قد يكون السبب وكيلًا أو برنامج مكافحة فيروسات في الطريق. حاول مرة أخرى، أو جرّب إعداد الأمان الآخر.</translation>
    </message>
    <message>
        <source>The server&apos;s encryption is too old</source>
        <translation>تعمية الخادم قديمة جدًا</translation>
    </message>
    <message>
        <source>%1 offers only versions of TLS that are known to be broken; we ask for TLS 1.2 or newer. Please ask your provider for another server, or to renew this one.</source>
        <translation>لا يعرض %1 إلا إصدارات من TLS معروفة بضعفها؛ المطلوب TLS 1.2 أو أحدث. اطلب من مزودك خادمًا آخر أو تجديد هذا الخادم.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>شهادة الخادم غير موثوقة</translation>
    </message>
    <message>
        <source>%1 proves who it is with a certificate that nobody known to this computer vouches for, so it could be anyone. If it is your own server, compare the fingerprint and trust exactly this certificate.</source>
        <translation>يثبت %1 هويته بشهادة لا يضمنها أحد يعرفه هذا الحاسوب، فقد يكون أي أحد. إن كان خادمك أنت، فقارن البصمة وثق بهذه الشهادة وحدها.</translation>
    </message>
    <message>
        <source>%1 proves who it is with a certificate made by “%2”, whom this computer does not know, so it could be anyone. If that is your own server or your antivirus program, compare the fingerprint and trust exactly this certificate.</source>
        <translation>يثبت %1 هويته بشهادة أصدرها «%2»، وهذا الحاسوب لا يعرفه، فقد يكون أي أحد. إن كان خادمك أنت أو برنامج مكافحة الفيروسات لديك، فقارن البصمة وثق بهذه الشهادة وحدها.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid today</source>
        <translation>شهادة الخادم غير صالحة اليوم</translation>
    </message>
    <message>
        <source>The certificate of %1 has run out or is not valid yet. First check this computer&apos;s date and time. If they are right, the server&apos;s owner must renew it; only if you know the fingerprint, trust exactly this certificate.</source>
        <translation>شهادة %1 منتهية أو لم تصبح صالحة بعد. تحقق أولًا من تاريخ هذا الحاسوب ووقته. إن كانا صحيحين فعلى مالك الخادم تجديدها؛ ولا تثق بهذه الشهادة وحدها إلا إذا كنت تعرف البصمة.</translation>
    </message>
    <message>
        <source>The certificate belongs to another server</source>
        <translation>الشهادة تخص خادمًا آخر</translation>
    </message>
    <message>
        <source>What answers as %1 proves to be somebody else. Most often the server&apos;s name is mistyped or only its second name: the certificate says for which names it stands.</source>
        <translation>ما يجيب باسم %1 يثبت أنه غيره. غالبًا يكون اسم الخادم مكتوبًا خطأ أو مجرد اسم ثانٍ له: الشهادة تذكر الأسماء التي تمثلها.</translation>
    </message>
    <message>
        <source>The server shows another certificate than before</source>
        <translation>يعرض الخادم شهادة غير السابقة</translation>
    </message>
    <message>
        <source>For %1 you trusted one certificate alone, and this is not it. Its owner may have renewed it, or somebody may be listening in. Ask the owner for the new fingerprint before you trust it.</source>
        <translation>وثقتَ بشهادة واحدة فقط للخادم %1، وهذه ليست هي. ربما جددها المالك، أو ربما يتنصت أحدهم. اسأل المالك عن البصمة الجديدة قبل أن تثق بها.</translation>
    </message>
    <message>
        <source>The server does not offer encryption here</source>
        <translation>الخادم لا يعرض التعمية هنا</translation>
    </message>
    <message>
        <source>%1 does not offer STARTTLS on port %2. In clear anybody on the way could read along, so we stopped. Try TLS on port 465.</source>
        <translation>لا يعرض %1 خدمة STARTTLS على المنفذ %2. في النص الصريح يستطيع أي أحد على الطريق القراءة، لذلك توقف الإرسال. جرّب TLS على المنفذ 465.</translation>
    </message>
    <message>
        <source>The server refused to encrypt</source>
        <translation>رفض الخادم التعمية</translation>
    </message>
    <message>
        <source>%1 offers STARTTLS but did not go through with it, so we stopped before anything private went out. Try again in a few minutes, or try TLS on port 465.</source>
        <translation>يعرض %1 خدمة STARTTLS لكنه لم ينفذها، فتوقف الإرسال قبل خروج أي شيء خاص. حاول مرة أخرى بعد بضع دقائق، أو جرّب TLS على المنفذ 465.</translation>
    </message>
    <message>
        <source>Somebody tampers with the connection</source>
        <translation>هناك من يعبث بالاتصال</translation>
    </message>
    <message>
        <source>Just before encryption began, bytes came in that %1 could not have sent rightly. This is how an attack looks, so we stopped and nothing was sent. Use another network, or TLS on port 465.</source>
        <translation>قبيل بدء التعمية وصلت بايتات ما كان يمكن أن يرسلها %1 بحق. هكذا يبدو الهجوم، لذلك توقف الإرسال ولم يُرسل شيء. استخدم شبكة أخرى، أو TLS على المنفذ 465.</translation>
    </message>
    <message>
        <source>this sender</source>
        <translation>هذا المرسل</translation>
    </message>
    <message>
        <source>The server does not let you send as this sender</source>
        <translation>الخادم لا يسمح لك بالإرسال بهذا المرسل</translation>
    </message>
    <message>
        <source>%1 takes no letters from %2. Choose an address that belongs to this account.</source>
        <translation>لا يقبل %1 رسائل من %2. اختر عنوانًا يخص هذا الحساب.</translation>
    </message>
    <message>
        <source>You write as %1 and are signed in as %2; %3 does not let these two go together. Choose an address that belongs to this account, or send through the right one.</source>
        <translation>أنت تكتب باسم %1 ومسجل الدخول باسم %2؛ و%3 لا يقبل اجتماعهما. اختر عنوانًا يخص هذا الحساب، أو أرسل عبر الحساب الصحيح.</translation>
    </message>
    <message>
        <source>There is no recipient left</source>
        <translation>لم يبق أي مستلم</translation>
    </message>
    <message>
        <source>The letter has nobody to go to, so it was not sent. Add a recipient and send it again.</source>
        <translation>ليس للرسالة من تذهب إليه، لذلك لم تُرسل. أضف مستلمًا وأرسلها مرة أخرى.</translation>
    </message>
    <message>
        <source>A recipient was refused</source>
        <translation>رُفض أحد المستلمين</translation>
    </message>
    <message numerus="yes">
        <source>%n recipients were refused</source>
        <translation>
            <numerusform>لم يُرفض أي مستلم</numerusform>
            <numerusform>رُفض مستلم واحد</numerusform>
            <numerusform>رُفض مستلمان</numerusform>
            <numerusform>رُفض %n مستلمين</numerusform>
            <numerusform>رُفض %n مستلمًا</numerusform>
            <numerusform>رُفض %n مستلم</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 did not take %2, so the letter has gone to nobody yet. Correct or remove the address; what the server said about it stands below.</source>
        <translation>لم يقبل %1 العنوان %2، لذلك لم تذهب الرسالة إلى أحد بعد. صحح العنوان أو أزله؛ ما قاله الخادم عنه مذكور أدناه.</translation>
    </message>
    <message>
        <source>The server does not pass letters on for you</source>
        <translation>الخادم لا يمرر الرسائل نيابة عنك</translation>
    </message>
    <message>
        <source>%1 would take mail for its own people, but does not send it elsewhere for you. Most often it is not the server for sending, or the account has no user name and password.</source>
        <translation>يقبل %1 البريد لأصحابه، لكنه لا يرسله إلى غيرهم نيابة عنك. غالبًا ليس هو خادم الإرسال، أو ينقص الحساب اسم المستخدم وكلمة المرور.</translation>
    </message>
    <message>
        <source>There are too many recipients</source>
        <translation>المستلمون أكثر من اللازم</translation>
    </message>
    <message>
        <source>%1 does not take that many recipients at once, so the letter has gone to nobody yet. Send it in several letters with fewer recipients each.</source>
        <translation>لا يقبل %1 هذا العدد من المستلمين دفعة واحدة، لذلك لم تذهب الرسالة إلى أحد بعد. أرسلها في عدة رسائل بعدد أقل من المستلمين في كل منها.</translation>
    </message>
    <message>
        <source>The letter is too large</source>
        <translation>الرسالة كبيرة جدًا</translation>
    </message>
    <message>
        <source>%1 takes letters of up to %2, and attachments grow by a third on their way. Remove or shrink some of them, or send a link instead.</source>
        <translation>يقبل %1 رسائل حتى %2، والمرفقات تكبر بمقدار الثلث في الطريق. أزل بعضها أو صغّره، أو أرسل رابطًا بدلًا منها.</translation>
    </message>
    <message>
        <source>%1 does not take a letter of this size; attachments grow by a third on their way. Remove or shrink some of them, or send a link instead.</source>
        <translation>لا يقبل %1 رسالة بهذا الحجم؛ والمرفقات تكبر بمقدار الثلث في الطريق. أزل بعضها أو صغّره، أو أرسل رابطًا بدلًا منها.</translation>
    </message>
    <message>
        <source>The sending limit is reached</source>
        <translation>بُلغ حد الإرسال</translation>
    </message>
    <message>
        <source>%1 allows a certain number of letters in an hour or a day, and that number is used up. Your letter is kept: send it again later, at the latest after 24 hours.</source>
        <translation>يسمح %1 بعدد معين من الرسائل في الساعة أو اليوم، وقد استُنفد هذا العدد. رسالتك محفوظة: أرسلها مرة أخرى لاحقًا، بعد 24 ساعة على الأكثر.</translation>
    </message>
    <message>
        <source>The server refused what is in the letter</source>
        <translation>رفض الخادم ما في الرسالة</translation>
    </message>
    <message>
        <source>%1 took the letter for spam, found a virus, or does not allow a kind of attachment or a link in it. What it said stands below; change that part and send again.</source>
        <translation>عدّ %1 الرسالة مزعجة، أو وجد فيها فيروسًا، أو لا يسمح بنوع مرفق أو رابط فيها. ما قاله مذكور أدناه؛ غيّر ذلك الجزء وأرسل مرة أخرى.</translation>
    </message>
    <message>
        <source>The server cannot handle your address</source>
        <translation>الخادم لا يستطيع التعامل مع عنوانك</translation>
    </message>
    <message>
        <source>%1 holds letters beyond plain English ones before the @ sign, and %2 cannot pass such addresses on. Send from another address.</source>
        <translation>في %1 حروف غير الإنجليزية البسيطة قبل علامة @، و%2 لا يستطيع تمرير مثل هذه العناوين. أرسل من عنوان آخر.</translation>
    </message>
    <message>
        <source>The server cannot handle an international address</source>
        <translation>الخادم لا يستطيع التعامل مع عنوان دولي</translation>
    </message>
    <message>
        <source>The letter&apos;s headers need SMTPUTF8, which %1 does not offer. Send it through another server.</source>
        <translation>تحتاج ترويسات الرسالة إلى SMTPUTF8، و%1 لا يعرضها. أرسلها عبر خادم آخر.</translation>
    </message>
    <message>
        <source>%1 holds letters beyond plain English ones before the @ sign, and %2 cannot pass such addresses on. Ask whether the recipient has another address.</source>
        <translation>في %1 حروف غير الإنجليزية البسيطة قبل علامة @، و%2 لا يستطيع تمرير مثل هذه العناوين. اسأل هل للمستلم عنوان آخر.</translation>
    </message>
    <message>
        <source>The server finds the letter malformed</source>
        <translation>يرى الخادم أن الرسالة غير سليمة الشكل</translation>
    </message>
    <message>
        <source>The server asks to try later</source>
        <translation>يطلب الخادم المحاولة لاحقًا</translation>
    </message>
    <message>
        <source>%1 cannot serve you at the moment; servers that do not know you yet often ask to wait, too. Try again in 5 to 30 minutes.</source>
        <translation>لا يستطيع %1 خدمتك الآن؛ والخوادم التي لا تعرفك بعد كثيرًا ما تطلب الانتظار أيضًا. حاول مرة أخرى بعد 5 إلى 30 دقيقة.</translation>
    </message>
    <message>
        <source>If it goes on for days, the server&apos;s name may be the wrong one for this account.</source>
        <translation>إن استمر ذلك أيامًا فقد يكون اسم الخادم خاطئًا لهذا الحساب.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>رفض الخادم</translation>
    </message>
    <message>
        <source>%1 said no, for the reason that stands below in its own words, and nothing was sent. If they do not help, your provider can say more.</source>
        <translation>قال %1 لا، للسبب المذكور أدناه بكلماته، ولم يُرسل شيء. إن لم يفد ذلك فمزودك يستطيع أن يقول أكثر.</translation>
    </message>
    <message>
        <source>The server answers nonsense</source>
        <translation>إجابات الخادم بلا معنى</translation>
    </message>
    <message>
        <source>%1 sent something that no mail server may send, so we stopped. A proxy or an antivirus program in between may be the cause; try again, or check the server&apos;s name and port.</source>
        <translation>أرسل %1 شيئًا لا يجوز لخادم بريد أن يرسله، لذلك توقف الإرسال. قد يكون السبب وكيلًا أو برنامج مكافحة فيروسات في الطريق؛ حاول مرة أخرى أو تحقق من اسم الخادم ومنفذه.</translation>
    </message>
    <message>
        <source>A part of the letter could not be read</source>
        <translation>تعذرت قراءة جزء من الرسالة</translation>
    </message>
    <message>
        <source>An attachment has changed or is gone, so nothing was sent. Remove it or attach it again.</source>
        <translation>تغير أحد المرفقات أو اختفى، لذلك لم يُرسل شيء. أزله أو أرفقه من جديد.</translation>
    </message>
    <message>
        <source>“%1” could not be read as it was when you attached it, so nothing was sent. Remove it or attach it again.</source>
        <translation>تعذرت قراءة «%1» كما كان حين أرفقته، لذلك لم يُرسل شيء. أزله أو أرفقه من جديد.</translation>
    </message>
    <message>
        <source>The letter could not be stored on this computer</source>
        <translation>تعذر حفظ الرسالة على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Sending was cancelled</source>
        <translation>أُلغي الإرسال</translation>
    </message>
    <message>
        <source>You stopped it in time: nothing was sent, and the letter is still here.</source>
        <translation>أوقفته في الوقت المناسب: لم يُرسل شيء، والرسالة ما زالت هنا.</translation>
    </message>
    <message>
        <source>It went out whole, but the confirmation of %1 never came in. Look into your Sent folder at the provider or ask a recipient, then decide; sending again could deliver it twice.</source>
        <translation>خرجت كاملة، لكن تأكيد %1 لم يصل قط. انظر في مجلد الرسائل المرسلة لدى المزود أو اسأل أحد المستلمين ثم قرر؛ فالإرسال مرة أخرى قد يوصلها مرتين.</translation>
    </message>
    <message>
        <source>The letters on this computer cannot be opened</source>
        <translation>تعذر فتح الرسائل على هذا الحاسوب</translation>
    </message>
    <message>
        <source>The folder of this profile may be write-protected, or on a disk that is not there. Nothing can be kept until that is put right.</source>
        <translation>قد يكون مجلد هذا الملف الشخصي محميًا من الكتابة، أو على قرص غير موجود. لا يمكن حفظ شيء حتى يُصلح ذلك.</translation>
    </message>
    <message>
        <source>The store of letters was damaged</source>
        <translation>كان مخزن الرسائل تالفًا</translation>
    </message>
    <message>
        <source>The store of letters is from a newer version</source>
        <translation>مخزن الرسائل من إصدار أحدث</translation>
    </message>
    <message>
        <source>A later version of Pennypost wrote it, so this one leaves it alone. Please use that version, or another profile.</source>
        <translation>كتبه إصدار أحدث من Pennypost، لذلك لا يمسه هذا الإصدار. استخدم ذلك الإصدار أو ملفًا شخصيًا آخر.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>تعذرت قراءة الملف</translation>
    </message>
    <message>
        <source>The file changed while it was being attached</source>
        <translation>تغير الملف أثناء إرفاقه</translation>
    </message>
    <message>
        <source>Another program was writing to it, so what we have of it is incomplete. Wait until that is done, then attach it again.</source>
        <translation>كان برنامج آخر يكتب فيه، فما أُخذ منه ناقص. انتظر حتى ينتهي ذلك ثم أرفقه من جديد.</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>لم يعد موجودًا</translation>
    </message>
    <message>
        <source>What was asked for has been removed in the meantime, perhaps in another window.</source>
        <translation>أُزيل المطلوب في هذه الأثناء، ربما في نافذة أخرى.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>أُوقف</translation>
    </message>
    <message>
        <source>You stopped it, and nothing was changed.</source>
        <translation>أوقفتَه ولم يتغير شيء.</translation>
    </message>
    <message>
        <source>It could not be stored</source>
        <translation>تعذر حفظه</translation>
    </message>
    <message>
        <source>There is no recipient</source>
        <translation>لا يوجد مستلم</translation>
    </message>
    <message>
        <source>Say in To, Cc or Bcc who is to get the letter.</source>
        <translation>اذكر في «إلى» أو «نسخة» أو «نسخة مخفية» من سيتلقى الرسالة.</translation>
    </message>
    <message>
        <source>An address is not complete</source>
        <translation>أحد العناوين غير مكتمل</translation>
    </message>
    <message>
        <source>“%1” is no mail address. Correct or remove it.</source>
        <translation>«%1» ليس عنوان بريد. صححه أو أزله.</translation>
    </message>
    <message>
        <source>There is no sender</source>
        <translation>لا يوجد مرسل</translation>
    </message>
    <message>
        <source>Choose under From who writes the letter.</source>
        <translation>اختر في «من» من يكتب الرسالة.</translation>
    </message>
    <message>
        <source>The subject is empty</source>
        <translation>الموضوع فارغ</translation>
    </message>
    <message>
        <source>A letter without a subject is easily overlooked or taken for spam. Send it all the same?</source>
        <translation>الرسالة بلا موضوع يسهل إغفالها أو عدّها مزعجة. أترسلها مع ذلك؟</translation>
    </message>
    <message>
        <source>The letter is empty</source>
        <translation>الرسالة فارغة</translation>
    </message>
    <message>
        <source>There is neither text nor an attachment. Send it all the same?</source>
        <translation>لا نص فيها ولا مرفق. أترسلها مع ذلك؟</translation>
    </message>
    <message>
        <source>An attachment is gone</source>
        <translation>اختفى أحد المرفقات</translation>
    </message>
    <message>
        <source>“%1” is not there any more. Remove it from the letter or attach it again.</source>
        <translation>لم يعد «%1» موجودًا. أزله من الرسالة أو أرفقه من جديد.</translation>
    </message>
    <message>
        <source>An attachment has changed</source>
        <translation>تغير أحد المرفقات</translation>
    </message>
    <message>
        <source>“%1” is not what it was when you attached it. Attach it again to send it as it is now.</source>
        <translation>لم يعد «%1» كما كان حين أرفقته. أرفقه من جديد ليُرسل كما هو الآن.</translation>
    </message>
    <message>
        <source>An attachment cannot be read</source>
        <translation>تعذرت قراءة أحد المرفقات</translation>
    </message>
    <message>
        <source>You are not allowed to read “%1”, or its disk is not there. Remove it or attach it again.</source>
        <translation>لا يُسمح لك بقراءة «%1»، أو قرصه غير موجود. أزله أو أرفقه من جديد.</translation>
    </message>
    <message>
        <source>A header field cannot be used</source>
        <translation>لا يمكن استخدام أحد حقول الترويسة</translation>
    </message>
    <message>
        <source>“%1” is either written by Pennypost itself or holds characters that no header may hold. Leave it out.</source>
        <translation>إما أن Pennypost يكتب «%1» بنفسه، أو أن فيه محارف لا تجوز في أي ترويسة. اتركه.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>التحضير</translation>
    </message>
    <message>
        <source>Looking up the server</source>
        <translation>البحث عن الخادم</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Encrypting the connection</source>
        <translation>تعمية الاتصال</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>انتظار الخادم</translation>
    </message>
    <message>
        <source>Introducing ourselves</source>
        <translation>التعريف بالنفس</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Announcing the sender</source>
        <translation>إعلان المرسل</translation>
    </message>
    <message>
        <source>Announcing the recipients</source>
        <translation>إعلان المستلمين</translation>
    </message>
    <message>
        <source>Asking leave to send</source>
        <translation>طلب الإذن بالإرسال</translation>
    </message>
    <message>
        <source>Sending the letter</source>
        <translation>إرسال الرسالة</translation>
    </message>
    <message>
        <source>Waiting for the server&apos;s confirmation</source>
        <translation>انتظار تأكيد الخادم</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>There is no address here.</source>
        <translation>لا يوجد عنوان هنا.</translation>
    </message>
    <message>
        <source>An address needs an @ sign, as in name@example.org.</source>
        <translation>يحتاج العنوان إلى علامة @، كما في name@example.org.</translation>
    </message>
    <message>
        <source>The name before the @ sign is missing.</source>
        <translation>الاسم قبل علامة @ ناقص.</translation>
    </message>
    <message>
        <source>The part after the @ sign is missing.</source>
        <translation>الجزء بعد علامة @ ناقص.</translation>
    </message>
    <message>
        <source>A dot may not stand at the start, at the end or beside another dot.</source>
        <translation>لا يجوز أن تقع النقطة في البداية أو النهاية أو بجانب نقطة أخرى.</translation>
    </message>
    <message>
        <source>The part before the @ sign holds a blank or another character that it may not hold.</source>
        <translation>في الجزء قبل علامة @ فراغ أو محرف آخر لا يجوز فيه.</translation>
    </message>
    <message>
        <source>The part after the @ sign is no valid domain name.</source>
        <translation>الجزء بعد علامة @ ليس اسم نطاق صالحًا.</translation>
    </message>
    <message>
        <source>What stands in the square brackets is no Internet address.</source>
        <translation>ما بين القوسين المربعين ليس عنوان إنترنت.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>علامة الاقتباس الختامية ناقصة.</translation>
    </message>
    <message>
        <source>The closing parenthesis is missing.</source>
        <translation>القوس الختامي ناقص.</translation>
    </message>
    <message>
        <source>The closing angle bracket is missing.</source>
        <translation>القوس الزاوي الختامي ناقص.</translation>
    </message>
    <message>
        <source>There is more text after the address. A comma parts two addresses.</source>
        <translation>بعد العنوان نص إضافي. تفصل الفاصلة بين عنوانين.</translation>
    </message>
    <message>
        <source>The address holds an invisible control character. Please type it anew.</source>
        <translation>في العنوان محرف تحكم غير مرئي. اكتبه من جديد من فضلك.</translation>
    </message>
    <message>
        <source>The address is too long: at most 64 bytes before the @ sign and 254 in all are allowed.</source>
        <translation>العنوان طويل جدًا: المسموح 64 بايتًا على الأكثر قبل علامة @ و254 في المجموع.</translation>
    </message>
    <message>
        <source>The comments in this address are nested too deeply.</source>
        <translation>التعليقات في هذا العنوان متداخلة أكثر من اللازم.</translation>
    </message>
    <message>
        <source>Made for: %1</source>
        <translation>صدرت من أجل: %1</translation>
    </message>
    <message>
        <source>Stands for: %1</source>
        <translation>تمثل: %1</translation>
    </message>
    <message>
        <source>no name at all</source>
        <translation>لا اسم على الإطلاق</translation>
    </message>
    <message>
        <source>Made by: %1</source>
        <translation>أصدرها: %1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>صالحة من %1 إلى %2</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>‏SHA-256: %1</translation>
    </message>
    <message>
        <source>&amp;Decide…</source>
        <translation>&amp;قرر…</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>This happened at the step “%1”.</source>
        <translation>حدث هذا في خطوة «%1».</translation>
    </message>
    <message>
        <source>No password is stored for this account</source>
        <translation>لا توجد كلمة مرور محفوظة لهذا الحساب</translation>
    </message>
    <message>
        <source>It may have been removed from the keyring, or never been kept. Enter it once more.</source>
        <translation>ربما أُزيلت من حلقة المفاتيح أو لم تُحفظ قط. أدخلها مرة أخرى.</translation>
    </message>
    <message>
        <source>There is no place to keep the password</source>
        <translation>لا يوجد مكان لحفظ كلمة المرور</translation>
    </message>
    <message>
        <source>No keyring is running in this session. Install the package “gnome-keyring” if it is missing, sign out and in again, and see that “Passwords and Keys” shows a keyring. Or keep the password for this session only.</source>
        <translation>لا تعمل حلقة مفاتيح في هذه الجلسة. ثبّت حزمة «gnome-keyring» إن كانت ناقصة، ثم سجل الخروج والدخول، وتحقق من أن «كلمات السر والمفاتيح» يعرض حلقة مفاتيح. أو احتفظ بكلمة المرور لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>KWallet is not running in this session. Switch the wallet on in System Settings under “KDE Wallet”, then try again. Or keep the password for this session only.</source>
        <translation>لا تعمل KWallet في هذه الجلسة. شغّل المحفظة في إعدادات النظام ضمن «محفظة KDE» ثم حاول مرة أخرى. أو احتفظ بكلمة المرور لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>No keyring is running in this session. Install “gnome-keyring”, or KeePassXC with its Secret Service switched on, then try again. Or keep the password for this session only.</source>
        <translation>لا تعمل حلقة مفاتيح في هذه الجلسة. ثبّت «gnome-keyring»، أو KeePassXC مع تشغيل Secret Service فيه، ثم حاول مرة أخرى. أو احتفظ بكلمة المرور لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>The Windows Credential Manager does not answer. See that the service “Credential Manager” is running, then try again. Or keep the password for this session only.</source>
        <translation>لا تجيب «إدارة بيانات الاعتماد» في Windows. تحقق من أن خدمة «إدارة بيانات الاعتماد» تعمل ثم حاول مرة أخرى. أو احتفظ بكلمة المرور لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>The macOS Keychain does not answer. Open “Keychain Access” and see that your login keychain is there, then try again. Or keep the password for this session only.</source>
        <translation>لا تجيب سلسلة مفاتيح macOS. افتح «الوصول إلى سلسلة المفاتيح» وتحقق من وجود سلسلة مفاتيح الدخول ثم حاول مرة أخرى. أو احتفظ بكلمة المرور لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>حلقة المفاتيح مقفلة</translation>
    </message>
    <message>
        <source>Open your wallet in KWalletManager, or when you are asked, then try again.</source>
        <translation>افتح محفظتك في KWalletManager أو حين تُسأل، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Unlock your keyring or your KeePassXC database, or when you are asked, then try again.</source>
        <translation>افتح قفل حلقة المفاتيح أو قاعدة بيانات KeePassXC، أو حين تُسأل، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Sign in to Windows again, so that the Credential Manager can be opened, then try again.</source>
        <translation>سجل الدخول إلى Windows من جديد لتُفتح إدارة بيانات الاعتماد، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Unlock your login keychain in “Keychain Access”, or when you are asked, then try again.</source>
        <translation>افتح قفل سلسلة مفاتيح الدخول في «الوصول إلى سلسلة المفاتيح» أو حين تُسأل، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Access to the stored password was refused</source>
        <translation>رُفض الوصول إلى كلمة المرور المحفوظة</translation>
    </message>
    <message>
        <source>The keyring did not let this program in. Allow it when you are asked; “Passwords and Keys” shows the entry.</source>
        <translation>لم تسمح حلقة المفاتيح لهذا البرنامج. اسمح به حين تُسأل؛ يعرض «كلمات السر والمفاتيح» المدخلة.</translation>
    </message>
    <message>
        <source>KWallet did not let this program in. Allow it in System Settings under “KDE Wallet”, “Access Control”.</source>
        <translation>لم تسمح KWallet لهذا البرنامج. اسمح به في إعدادات النظام ضمن «محفظة KDE»، «التحكم في الوصول».</translation>
    </message>
    <message>
        <source>The keyring did not let this program in. Allow it when you are asked, or in the settings of KeePassXC under “Secret Service Integration”.</source>
        <translation>لم تسمح حلقة المفاتيح لهذا البرنامج. اسمح به حين تُسأل، أو في إعدادات KeePassXC ضمن «Secret Service Integration».</translation>
    </message>
    <message>
        <source>The Credential Manager did not let this program in. Remove its entry under “Windows Credentials” and enter the password again.</source>
        <translation>لم تسمح إدارة بيانات الاعتماد لهذا البرنامج. أزل مدخلته ضمن «بيانات اعتماد Windows» وأدخل كلمة المرور من جديد.</translation>
    </message>
    <message>
        <source>The Keychain did not let this program in. Choose “Always Allow” when you are asked, or remove the entry in “Keychain Access”.</source>
        <translation>لم تسمح سلسلة المفاتيح لهذا البرنامج. اختر «السماح دائمًا» حين تُسأل، أو أزل المدخلة في «الوصول إلى سلسلة المفاتيح».</translation>
    </message>
    <message>
        <source>The password is too long for the keyring</source>
        <translation>كلمة المرور أطول مما تسعه حلقة المفاتيح</translation>
    </message>
    <message>
        <source>The keyring of this system did not give back what was written to it, so it cannot hold this password. Use a shorter one, such as an app password, or keep it for this session only.</source>
        <translation>لم تُعد حلقة مفاتيح هذا النظام ما كُتب فيها، فلا تستطيع حفظ كلمة المرور هذه. استخدم كلمة أقصر، مثل كلمة مرور للتطبيقات، أو احتفظ بها لهذه الجلسة فقط.</translation>
    </message>
    <message>
        <source>The keyring reports a failure</source>
        <translation>تبلغ حلقة المفاتيح عن خلل</translation>
    </message>
    <message>
        <source>What it says stands below. See in “Passwords and Keys” whether your keyring is there and unlocked, then try again.</source>
        <translation>ما تقوله مذكور أدناه. انظر في «كلمات السر والمفاتيح» هل حلقة مفاتيحك موجودة ومفتوحة القفل، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>What it says stands below. See in KWalletManager whether your wallet is there and open, then try again.</source>
        <translation>ما تقوله مذكور أدناه. انظر في KWalletManager هل محفظتك موجودة ومفتوحة، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>What it says stands below. See that “gnome-keyring” or KeePassXC with its Secret Service is running and unlocked, then try again.</source>
        <translation>ما تقوله مذكور أدناه. تحقق من أن «gnome-keyring» أو KeePassXC مع Secret Service يعمل ومفتوح القفل، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>What it says stands below. See in the Credential Manager whether it can store anything, then try again.</source>
        <translation>ما تقوله مذكور أدناه. انظر في إدارة بيانات الاعتماد هل تستطيع حفظ شيء، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>What it says stands below. See in “Keychain Access” whether your login keychain is unlocked, then try again.</source>
        <translation>ما تقوله مذكور أدناه. انظر في «الوصول إلى سلسلة المفاتيح» هل سلسلة مفاتيح الدخول مفتوحة القفل، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>this account</source>
        <translation>هذا الحساب</translation>
    </message>
    <message>
        <source>The password could not be read</source>
        <translation>تعذرت قراءة كلمة المرور</translation>
    </message>
    <message>
        <source>There is no password at hand for %1: the keyring is locked, absent, or holds none. Unlock it and try again, or enter the password anew.</source>
        <translation>لا توجد كلمة مرور متاحة من أجل %1: حلقة المفاتيح مقفلة أو غائبة أو لا تحتوي أيًا منها. افتح قفلها وحاول مرة أخرى، أو أدخل كلمة المرور من جديد.</translation>
    </message>
    <message>
        <source>The server wants another way to sign in</source>
        <translation>يريد الخادم طريقة أخرى لتسجيل الدخول</translation>
    </message>
    <message>
        <source>%1 offers %2. It seems to want you to sign in through the browser, which this version cannot do yet; an app password may help where the provider gives them.</source>
        <translation>يعرض %1 ما يلي: %2. يبدو أنه يريد تسجيل الدخول عبر المتصفح، وهذا الإصدار لا يستطيع ذلك بعد؛ قد تفيد كلمة مرور للتطبيقات حيث يمنحها المزود.</translation>
    </message>
    <message>
        <source>There is no way to sign in that both sides know</source>
        <translation>لا توجد طريقة لتسجيل الدخول يعرفها الطرفان</translation>
    </message>
    <message>
        <source>%1 offers no way to sign in at all here. It may be the wrong server or port; a server that wants no sign-in needs an empty user name.</source>
        <translation>لا يعرض %1 أي طريقة لتسجيل الدخول هنا. قد يكون الخادم أو المنفذ خاطئًا؛ والخادم الذي لا يطلب تسجيل الدخول يحتاج إلى اسم مستخدم فارغ.</translation>
    </message>
    <message>
        <source>%1 offers %2, and none of that fits your account&apos;s settings. Choose “automatic” as the way to sign in, or ask your provider.</source>
        <translation>يعرض %1 ما يلي: %2، ولا شيء منه يناسب إعدادات حسابك. اختر «تلقائي» طريقةً لتسجيل الدخول، أو اسأل مزودك.</translation>
    </message>
    <message>
        <source>This takes an encrypted connection</source>
        <translation>يتطلب هذا اتصالًا معمّى</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted, and a password or a letter must not go out like that. Switch encryption on: TLS on port 465, or STARTTLS on port 587.</source>
        <translation>الاتصال بالخادم %1 غير معمّى، ولا يجوز أن تخرج كلمة مرور أو رسالة هكذا. شغّل التعمية: TLS على المنفذ 465، أو STARTTLS على المنفذ 587.</translation>
    </message>
    <message>
        <source>The password cannot be sent</source>
        <translation>لا يمكن إرسال كلمة المرور</translation>
    </message>
    <message>
        <source>The user name or the password of %1 holds a character that no server takes. Please enter them again.</source>
        <translation>في اسم مستخدم %1 أو كلمة مروره محرف لا يقبله أي خادم. أدخلهما من جديد من فضلك.</translation>
    </message>
    <message>
        <source>The password was not accepted</source>
        <translation>لم تُقبل كلمة المرور</translation>
    </message>
    <message>
        <source>%1 did not take the user name “%2” with the stored password. Check both, and the Caps Lock key, and enter the password again.</source>
        <translation>لم يقبل %1 اسم المستخدم «%2» مع كلمة المرور المحفوظة. تحقق منهما ومن مفتاح Caps Lock، وأدخل كلمة المرور من جديد.</translation>
    </message>
    <message>
        <source>With this provider mail programs need an app password instead of your own.</source>
        <translation>عند هذا المزود تحتاج برامج البريد إلى كلمة مرور للتطبيقات بدلًا من كلمة مرورك.</translation>
    </message>
    <message>
        <source>An app password is needed</source>
        <translation>تلزم كلمة مرور للتطبيقات</translation>
    </message>
    <message>
        <source>Your own password is not meant for mail programs at this provider. Make an app password (some call it an authorization code) on the provider&apos;s web pages, then enter it here in place of your password.</source>
        <translation>كلمة مرورك ليست مخصصة لبرامج البريد عند هذا المزود. أنشئ كلمة مرور للتطبيقات (يسميها بعضهم رمز تفويض) في صفحات المزود، ثم أدخلها هنا مكان كلمة مرورك.</translation>
    </message>
    <message>
        <source>Passwords are switched off for this account</source>
        <translation>كلمات المرور معطلة لهذا الحساب</translation>
    </message>
    <message>
        <source>The organisation behind %1 does not let mail programs sign in with a password. Ask the administrator to allow authenticated SMTP for %2, or switch access for mail programs on in the provider&apos;s web settings.</source>
        <translation>لا تسمح المؤسسة وراء %1 لبرامج البريد بتسجيل الدخول بكلمة مرور. اطلب من المسؤول السماح بخدمة SMTP الموثقة من أجل %2، أو شغّل وصول برامج البريد في إعدادات المزود على الويب.</translation>
    </message>
    <message>
        <source>The sign-in has run out</source>
        <translation>انتهت صلاحية تسجيل الدخول</translation>
    </message>
    <message>
        <source>%1 no longer accepts the sign-in that was kept for %2. Sign in once more.</source>
        <translation>لم يعد %1 يقبل تسجيل الدخول المحفوظ من أجل %2. سجل الدخول مرة أخرى.</translation>
    </message>
    <message>
        <source>The server refused the way we sign in</source>
        <translation>رفض الخادم طريقة تسجيل الدخول</translation>
    </message>
    <message>
        <source>%1 offers ways to sign in that it then did not go through with. Choose another one in the account&apos;s settings, or try again later.</source>
        <translation>يعرض %1 طرقًا لتسجيل الدخول لم ينفذها بعد ذلك. اختر طريقة أخرى في إعدادات الحساب، أو حاول لاحقًا.</translation>
    </message>
    <message>
        <source>The server wants you to sign in</source>
        <translation>يريد الخادم أن تسجل الدخول</translation>
    </message>
    <message>
        <source>%1 takes letters only from people who have signed in. Add a user name and a password to the account.</source>
        <translation>لا يقبل %1 الرسائل إلا ممن سجلوا الدخول. أضف اسم مستخدم وكلمة مرور إلى الحساب.</translation>
    </message>
    <message>
        <source>Signing in does not work at the moment</source>
        <translation>لا يعمل تسجيل الدخول الآن</translation>
    </message>
    <message>
        <source>%1 cannot check passwords right now, or has seen too many attempts. Your password is probably right: wait a few minutes and try again.</source>
        <translation>لا يستطيع %1 التحقق من كلمات المرور الآن، أو رأى محاولات كثيرة. الأرجح أن كلمة مرورك صحيحة: انتظر بضع دقائق وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>These names were tried, and nobody on the Internet knows a server called so: %1. Please enter the name that your mail provider&apos;s help pages give.</source>
        <translation>جُرّبت هذه الأسماء ولا أحد على الإنترنت يعرف خادمًا بها: %1. أدخل الاسم الذي تذكره صفحات المساعدة لدى مزود بريدك.</translation>
    </message>
    <message>
        <source>This letter cannot be edited</source>
        <translation>لا يمكن تحرير هذه الرسالة</translation>
    </message>
    <message>
        <source>It came to Pennypost as a finished file, and only its header is known here. To send it again, hand the file in once more.</source>
        <translation>وصلت إلى Pennypost ملفًّا جاهزًا، ولا يُعرف منها هنا سوى ترويستها. لإرسالها من جديد سلّم الملف مرة أخرى.</translation>
    </message>
    <message>
        <source>This letter cannot be read</source>
        <translation>لا يمكن قراءة هذه الرسالة</translation>
    </message>
    <message>
        <source>What is stored of it is damaged. It was left as it is, and the other letters are not concerned; a backup may bring it back.</source>
        <translation>ما خُزّن منها تالف. تُرك كما هو، ولا تتأثر الرسائل الأخرى؛ وقد تعيدها نسخة احتياطية.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Ser&amp;ver settings…</source>
        <translation>&amp;إعدادات الخادم…</translation>
    </message>
    <message>
        <source>Enter the &amp;password…</source>
        <translation>أدخل &amp;كلمة المرور…</translation>
    </message>
    <message>
        <source>&amp;Use STARTTLS on port 587</source>
        <translation>&amp;استخدم STARTTLS على المنفذ 587</translation>
    </message>
    <message>
        <source>&amp;Use TLS on port 465</source>
        <translation>&amp;استخدم TLS على المنفذ 465</translation>
    </message>
    <message>
        <source>Show the &amp;certificate…</source>
        <translation>اعرض ال&amp;شهادة…</translation>
    </message>
    <message>
        <source>&amp;How to do this</source>
        <translation>&amp;كيف يتم ذلك</translation>
    </message>
    <message>
        <source>Edit the &amp;recipients</source>
        <translation>&amp;حرّر المستلمين</translation>
    </message>
    <message>
        <source>Send to the &amp;others</source>
        <translation>أرسل إلى ال&amp;آخرين</translation>
    </message>
    <message>
        <source>Change the s&amp;ender</source>
        <translation>غيّر المر&amp;سل</translation>
    </message>
    <message>
        <source>&amp;Look at the attachments</source>
        <translation>انظر إلى المر&amp;فقات</translation>
    </message>
    <message>
        <source>&amp;Keep for this session only</source>
        <translation>احتفظ بها ل&amp;هذه الجلسة فقط</translation>
    </message>
    <message>
        <source>The keyring did not take the password</source>
        <translation>لم تقبل حلقة المفاتيح كلمة المرور</translation>
    </message>
    <message>
        <source>%1 did not take the user name “%2” with the password you entered. Check both, and the Caps Lock key, and enter the password again.</source>
        <translation>لم يقبل %1 اسم المستخدم «%2» مع كلمة المرور التي أدخلتها. تحقق منهما ومن مفتاح Caps Lock، وأدخل كلمة المرور من جديد.</translation>
    </message>
    <message>
        <source>&amp;How to make an app password</source>
        <translation>كيف &amp;تُنشأ كلمة مرور للتطبيقات</translation>
    </message>
    <message>
        <source>&amp;How to switch it on</source>
        <translation>&amp;كيف يُشغَّل</translation>
    </message>
    <message>
        <source>The server did not greet</source>
        <translation>لم يرحّب الخادم</translation>
    </message>
    <message>
        <source>%1 took the connection on port %2 and then said nothing, so we gave up waiting and nothing was sent. It may be busy: try again in a few minutes. If it goes on, the port or the security setting may be the wrong one.</source>
        <translation>قبل %1 الاتصال على المنفذ %2 ثم لم يقل شيئًا، فتوقفنا عن الانتظار ولم يُرسل شيء. ربما كان مشغولًا: حاول مرة أخرى بعد دقائق. وإن استمر ذلك فقد يكون المنفذ أو إعداد التعمية خاطئًا.</translation>
    </message>
    <message>
        <source>The server cannot pass this file on unchanged</source>
        <translation>لا يستطيع الخادم تمرير هذا الملف دون تغيير</translation>
    </message>
    <message>
        <source>The letter is a finished file with octets beyond plain English letters, and %1 takes only seven bits of each. Send it through another server, or write it anew here.</source>
        <translation>الرسالة ملف جاهز فيه رموز تتجاوز الحروف الإنجليزية البسيطة، و%1 لا يأخذ من كل منها سوى سبع بتات. أرسلها عبر خادم آخر أو اكتبها هنا من جديد.</translation>
    </message>
    <message>
        <source>The letter has %1, and %2 takes up to %3; attachments grow by a third on their way. Remove or shrink some of them, or send a link instead.</source>
        <translation>حجم الرسالة %1، و%2 يقبل حتى %3؛ والمرفقات تكبر بمقدار الثلث في الطريق. أزل بعضها أو صغّره، أو أرسل رابطًا بدلًا منها.</translation>
    </message>
    <message>
        <source>It went out whole, but %1 has not confirmed it within ten minutes. Look into your Sent folder at the provider or ask a recipient, then decide; sending again could deliver it twice.</source>
        <translation>خرجت كاملة، لكن %1 لم يؤكدها خلال عشر دقائق. انظر في مجلد المرسل لدى المزود أو اسأل أحد المستلمين ثم قرر؛ فالإرسال من جديد قد يوصلها مرتين.</translation>
    </message>
    <message>
        <source>It went out whole, but what %1 answered is neither yes nor no. Look into your Sent folder at the provider or ask a recipient, then decide; sending again could deliver it twice.</source>
        <translation>خرجت كاملة، لكن ما أجاب به %1 ليس نعم ولا لا. انظر في مجلد المرسل لدى المزود أو اسأل أحد المستلمين ثم قرر؛ فالإرسال من جديد قد يوصلها مرتين.</translation>
    </message>
    <message>
        <source>It went out whole, but Pennypost ended before %1 had confirmed it. Look into your Sent folder at the provider or ask a recipient, then decide; sending again could deliver it twice.</source>
        <translation>خرجت كاملة، لكن Pennypost انتهى قبل أن يؤكدها %1. انظر في مجلد المرسل لدى المزود أو اسأل أحد المستلمين ثم قرر؛ فالإرسال من جديد قد يوصلها مرتين.</translation>
    </message>
    <message>
        <source>The keyring is not running</source>
        <translation>حلقة المفاتيح لا تعمل</translation>
    </message>
    <message>
        <source>Unlock the keyring “Login” in “Passwords and Keys” (Seahorse), or when you are asked, then try again.</source>
        <translation>افتح حلقة المفاتيح «الولوج» في «كلمات المرور والمفاتيح» (Seahorse)، أو عندما تُسأل، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Signing in was not enough</source>
        <translation>لم يكفِ تسجيل الدخول</translation>
    </message>
    <message>
        <source>%1 took the sign-in of %2 and wants another one all the same. It may be the wrong server or port for this account; ask your provider which one takes letters.</source>
        <translation>قبل %1 تسجيل دخول %2 ومع ذلك يطلب تسجيلًا آخر. ربما كان الخادم أو المنفذ خاطئًا لهذا الحساب؛ اسأل مزودك أيها يقبل الرسائل.</translation>
    </message>
    <message>
        <source>The practice server does not start</source>
        <translation>لا يبدأ خادم التمرين</translation>
    </message>
    <message>
        <source>It runs inside Pennypost, on this computer. What stopped it stands below.</source>
        <translation>يعمل داخل Pennypost على هذا الحاسوب. وما أوقفه مذكور أدناه.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>هل تقصد «%1»؟</translation>
    </message>
    <message>
        <source>Open the &amp;browser</source>
        <translation>افتح المت&amp;صفح</translation>
    </message>
    <message>
        <source>The largest: %1.</source>
        <translation>أكبرها: %1.</translation>
    </message>
    <message>
        <source>This letter may have been sent</source>
        <translation>ربما أُرسلت هذه الرسالة</translation>
    </message>
    <message>
        <source>The damaged file was set aside, not deleted, and a fresh one is in use. Drafts and sent letters from before may be missing; a backup or an expert may bring them back from the file that was set aside.</source>
        <translation>وُضع الملف التالف جانبًا ولم يُحذف، ويُستخدم الآن ملف جديد. قد تكون المسودات والرسائل المرسلة السابقة مفقودة؛ وقد تعيدها نسخة احتياطية أو خبير من الملف الذي وُضع جانبًا.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what happened, what to do about it</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 lets nobody in on port %2. The port may be the wrong one, or the network you are in may block it. Try the other of the ports 465 and 587, another network, or a VPN.</source>
        <translation>لا يسمح %1 لأحد بالدخول على المنفذ %2. ربما كان المنفذ خاطئًا، أو تحجبه الشبكة التي أنت فيها. جرّب الآخر من المنفذين 465 و587، أو شبكة أخرى، أو شبكة افتراضية خاصة (VPN).</translation>
    </message>
    <message>
        <source>%1 takes %2 of the %3 recipients at once, so we stopped, and the letter has gone to nobody yet. Send it in several letters to at most %2 recipients each.</source>
        <translation>يقبل %1 دفعةً واحدة %2 من أصل %3 مستلمين، فتوقفنا، ولم تصل الرسالة إلى أحد بعد. أرسلها في رسائل عدة، كل منها إلى %2 مستلمين على الأكثر.</translation>
    </message>
    <message>
        <source>%1 objects to the form of the letter, which is most likely a fault of this program and none of yours. Please report it: save the letter as a file, and send that with the server&apos;s words below to whoever you have Pennypost from. Sending through another server may help.</source>
        <translation>يعترض %1 على شكل الرسالة، وهذا على الأرجح خطأ من هذا البرنامج لا منك. أبلغ عنه من فضلك: احفظ الرسالة ملفًا، وأرسله مع كلمات الخادم أدناه إلى من حصلت منه على Pennypost. وقد يفيد الإرسال عبر خادم آخر.</translation>
    </message>
    <message>
        <source>The disk may be full or damaged. Nothing was sent, and the letter is still open: make room and try again, or save it as a file in another place.</source>
        <translation>ربما كان القرص ممتلئًا أو تالفًا. لم يُرسل شيء، والرسالة ما زالت مفتوحة: أفرغ مساحة وحاول مرة أخرى، أو احفظها ملفًا في مكان آخر.</translation>
    </message>
    <message>
        <source>The file is not there</source>
        <translation>الملف غير موجود</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its disk is not there any more. Attach it from where it is now.</source>
        <translation>نُقل أو أعيدت تسميته أو حُذف، أو لم يعد قرصه موجودًا. أرفقه من مكانه الحالي.</translation>
    </message>
    <message>
        <source>A folder can&apos;t be attached</source>
        <translation>لا يمكن إرفاق مجلد</translation>
    </message>
    <message>
        <source>A letter takes files. Attach the files in it, or pack it into a ZIP file and attach that.</source>
        <translation>الرسالة تقبل الملفات. أرفق الملفات التي فيه، أو ضعه في ملف ZIP وأرفق ذلك.</translation>
    </message>
    <message>
        <source>This is no file</source>
        <translation>هذا ليس ملفًا</translation>
    </message>
    <message>
        <source>It is a device or a connection between programs, which has no end. Save what you want to send as a file, and attach that.</source>
        <translation>هو جهاز أو اتصال بين البرامج لا نهاية له. احفظ ما تريد إرساله ملفًا وأرفق ذلك.</translation>
    </message>
    <message>
        <source>You are not allowed to read the file</source>
        <translation>لا يحق لك قراءة الملف</translation>
    </message>
    <message>
        <source>Ask its owner for permission, or attach a copy of your own.</source>
        <translation>اطلب الإذن من صاحبه، أو أرفق نسخة لك.</translation>
    </message>
    <message>
        <source>Save as .em&amp;l…</source>
        <translation>احفظ كملف ‎.em&amp;l…</translation>
    </message>
    <message>
        <source>The server does not see the encryption</source>
        <translation>الخادم لا يرى التعمية</translation>
    </message>
    <message>
        <source>The connection to %1 is encrypted, and it asks for encryption all the same, so it may be set up wrongly on this port. Try the other of the ports 465 and 587, or tell your provider.</source>
        <translation>الاتصال بـ %1 معمّى، ومع ذلك يطلب التعمية، فربما كان إعداده خاطئًا على هذا المنفذ. جرّب الآخر من المنفذين 465 و587، أو أخبر مزودك.</translation>
    </message>
    <message>
        <source>The password has to be renewed</source>
        <translation>يجب تجديد كلمة المرور</translation>
    </message>
    <message>
        <source>%1 does not let %2 sign in before the password has been changed, or confirmed by signing in once elsewhere. Do so on your provider&apos;s web pages, then enter the one that counts from now on.</source>
        <translation>لا يسمح %1 لـ %2 بتسجيل الدخول قبل تغيير كلمة المرور أو تأكيدها بتسجيل الدخول مرة في مكان آخر. افعل ذلك في صفحات مزودك على الوِب، ثم أدخل الكلمة السارية من الآن.</translation>
    </message>
    <message>
        <source>The server wants a stronger way to sign in</source>
        <translation>يريد الخادم طريقة أقوى لتسجيل الدخول</translation>
    </message>
    <message>
        <source>%1 asks for a stronger way to sign in than any that it shares with Pennypost. Ask your provider whether a weaker one can be allowed for %2, or for another server.</source>
        <translation>يطلب %1 طريقة لتسجيل الدخول أقوى من كل ما يشترك فيه مع Pennypost. اسأل مزودك هل يمكن السماح لـ %2 بطريقة أضعف، أو اسأله عن خادم آخر.</translation>
    </message>
    <message>
        <source>There is no room left on the disk. Free some space, then try again.</source>
        <translation>لم تعد هناك مساحة على القرص. أفرغ بعض المساحة ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>You may not be allowed to read it, another program may hold it open, or its disk is damaged or not there any more. Check that it opens elsewhere, then attach it again.</source>
        <translation>ربما لا يُسمح لك بقراءته، أو أن برنامجًا آخر يبقيه مفتوحًا، أو أن قرصه تالف أو لم يعد موجودًا. تأكد من أنه يُفتح في برنامج آخر، ثم أرفقه من جديد.</translation>
    </message>
    <message>
        <source>Writing to the disk failed. Try again.</source>
        <translation>فشلت الكتابة على القرص. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The text is still open, and can be saved as a file on another disk.</source>
        <translation>النص ما زال مفتوحًا، ويمكن حفظه ملفًا على قرص آخر.</translation>
    </message>
    <message>
        <source>The @ sign stands within parentheses, brackets or quotation marks. Write it as in Name &lt;name@example.org&gt;.</source>
        <translation>علامة @ داخل أقواس أو علامات اقتباس. اكتب العنوان هكذا: Name &lt;name@example.org&gt;.</translation>
    </message>
    <message>
        <source>&amp;Use STARTTLS</source>
        <translation>ا&amp;ستخدم STARTTLS</translation>
    </message>
    <message>
        <source>&amp;Use TLS from the start</source>
        <translation>ا&amp;ستخدم TLS منذ البداية</translation>
    </message>
    <message>
        <source>The server cannot do what this letter asks for</source>
        <translation>لا يستطيع الخادم ما تطلبه هذه الرسالة</translation>
    </message>
    <message>
        <source>The letter asks for %1, which %2 does not offer. Send it without, or through another server.</source>
        <translation>تطلب الرسالة %1، وهو ما لا يوفره %2. أرسلها من دونه أو عبر خادم آخر.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was revoked</source>
        <translation>أُلغيت شهادة الخادم</translation>
    </message>
    <message>
        <source>Whoever made the certificate of %1 says that it counts no more: its key may have been stolen. Nothing was sent. Ask the server&apos;s owner.</source>
        <translation>يقول من أصدر شهادة %1 إنها لم تعد صالحة: قد يكون مفتاحها قد سُرق. لم يُرسَل شيء. اسأل مالك الخادم.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is too weak</source>
        <translation>شهادة الخادم ضعيفة جدًا</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed or keyed in a way that can be forged today, so it proves nothing. The server&apos;s owner must renew it; only if you know the fingerprint, trust exactly this certificate.</source>
        <translation>شهادة %1 موقعة أو ذات مفتاح بطريقة يمكن تزويرها اليوم، فهي لا تثبت شيئًا. على مالك الخادم تجديدها؛ ولا تثق بهذه الشهادة تحديدًا إلا إذا كنت تعرف بصمتها.</translation>
    </message>
    <message>
        <source>The server wants a certificate of yours</source>
        <translation>يريد الخادم شهادة منك</translation>
    </message>
    <message>
        <source>The proxy does not answer</source>
        <translation>الوكيل لا يجيب</translation>
    </message>
    <message>
        <source>This computer&apos;s settings send all connections through a proxy, and that does not answer as one. Check the proxy in the system&apos;s network settings, or the network itself; nothing was sent.</source>
        <translation>ترسل إعدادات هذا الحاسوب كل الاتصالات عبر وكيل، وهو لا يجيب كوكيل. تحقق من الوكيل في إعدادات الشبكة في النظام أو من الشبكة نفسها؛ لم يُرسَل شيء.</translation>
    </message>
    <message>
        <source>The proxy wants you to sign in</source>
        <translation>يطلب الوكيل تسجيل الدخول</translation>
    </message>
    <message>
        <source>The proxy does not let mail through</source>
        <translation>لا يسمح الوكيل بمرور البريد</translation>
    </message>
    <message>
        <source>The proxy in this computer&apos;s settings refuses to connect to %1 on port %2. Ask who runs your network to allow it, or try the other of the ports 465 and 587.</source>
        <translation>يرفض الوكيل المذكور في إعدادات هذا الحاسوب الاتصال بـ %1 على المنفذ %2. اطلب من مدير شبكتك السماح بذلك، أو جرّب المنفذ الآخر من المنفذين 465 و587.</translation>
    </message>
    <message>
        <source>Still looking up the server</source>
        <translation>ما زال البحث عن الخادم جاريًا</translation>
    </message>
    <message>
        <source>Still trying to reach the server</source>
        <translation>ما زالت محاولة الوصول إلى الخادم جارية</translation>
    </message>
    <message>
        <source>Still waiting for the server&apos;s greeting</source>
        <translation>ما زلنا ننتظر تحية الخادم</translation>
    </message>
    <message>
        <source>The server is still checking the letter</source>
        <translation>ما زال الخادم يفحص الرسالة</translation>
    </message>
    <message>
        <source>Still waiting for the server&apos;s answer</source>
        <translation>ما زلنا ننتظر جواب الخادم</translation>
    </message>
    <message>
        <source>Some servers let everybody wait before they speak.</source>
        <translation>بعض الخوادم تجعل الجميع ينتظرون قبل أن تتكلم.</translation>
    </message>
    <message>
        <source>The whole letter is with the server and can&apos;t be called back. Some servers check a letter for minutes, ten at the most: there is nothing to be done.</source>
        <translation>الرسالة كلها عند الخادم ولا يمكن استرجاعها. بعض الخوادم تفحص الرسالة دقائق، عشرًا على الأكثر: لا شيء يلزم فعله.</translation>
    </message>
    <message>
        <source>There is no certificate in this file. It has to be a PEM or a PKCS#12 file (.pem, .p12 or .pfx).</source>
        <translation>لا شهادة في هذا الملف. يجب أن يكون ملف PEM أو PKCS#12 (‎.pem أو ‎.p12 أو ‎.pfx).</translation>
    </message>
    <message>
        <source>This file is locked with a pass phrase, and the one given, if any, does not open it.</source>
        <translation>هذا الملف مقفل بعبارة مرور، والعبارة المعطاة، إن وُجدت، لا تفتحه.</translation>
    </message>
    <message>
        <source>The private key that belongs to the certificate is not in this file. Export both together.</source>
        <translation>المفتاح الخاص بالشهادة ليس في هذا الملف. صدِّرهما معًا.</translation>
    </message>
    <message>
        <source>The certificate has run out or is not valid yet. See that this computer&apos;s date and time are right, or ask for a new one.</source>
        <translation>انتهت صلاحية الشهادة أو لم تبدأ بعد. تحقق من تاريخ هذا الحاسوب ووقته، أو اطلب شهادة جديدة.</translation>
    </message>
    <message>
        <source>The certificate is signed or keyed in a way that can be forged today, so no server should take it. Ask for a new one.</source>
        <translation>الشهادة موقّعة أو مفتاحها بطريقة يمكن تزويرها اليوم، فلا ينبغي لأي خادم أن يقبلها. اطلب شهادة جديدة.</translation>
    </message>
    <message>
        <source>There is no such file. It may have been moved or renamed.</source>
        <translation>لا يوجد ملف كهذا. ربما نُقل أو أُعيدت تسميته.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read. See that it is a file which you may open, and that its disk is there.</source>
        <translation>تعذرت قراءة الملف. تحقق من أنه ملف يُسمح لك بفتحه ومن أن قرصه موصول.</translation>
    </message>
    <message>
        <source>The keyring did not give its pass phrase.</source>
        <translation>لم تُعطِ سلسلة المفاتيح عبارة مروره.</translation>
    </message>
    <message>
        <source>%1 lets in only those who show a certificate that it believes. If its owner has given you one, choose its file in the server settings.</source>
        <translation>لا يُدخل %1 إلا من يُظهر شهادة يصدّقها. إن أعطاك مشغّله شهادة فاختر ملفها في إعدادات الخادم.</translation>
    </message>
    <message>
        <source>The server does not believe your certificate</source>
        <translation>لا يصدّق الخادم شهادتك</translation>
    </message>
    <message>
        <source>%1 was shown the certificate of your server settings, and lets nobody in with it. It may be the wrong one, or be known there no longer: ask the server&apos;s owner, or choose another file in the server settings.</source>
        <translation>عُرضت على %1 الشهادة التي في إعدادات خادمك، ولا يُدخل بها أحدًا. قد تكون الشهادة الخطأ أو لم تعد معروفة هناك: اسأل مشغّل الخادم، أو اختر ملفًا آخر في إعدادات الخادم.</translation>
    </message>
    <message>
        <source>Your certificate&apos;s pass phrase could not be read</source>
        <translation>تعذرت قراءة عبارة مرور شهادتك</translation>
    </message>
    <message>
        <source>Your certificate can&apos;t be used</source>
        <translation>تعذر استخدام شهادتك</translation>
    </message>
    <message>
        <source>The file that your server settings name was to be shown to %1, so nothing was sent.</source>
        <translation>كان ينبغي أن يُعرض على %1 الملف الذي تسمّيه إعدادات خادمك، فلم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The proxy %1 of this account refuses to connect to %2 on port %3. Ask who runs it to allow that, or try the other of the ports 465 and 587.</source>
        <translation>يرفض وكيل هذا الحساب %1 الاتصال بـ %2 على المنفذ %3. اطلب ممن يشغّله أن يسمح بذلك، أو جرّب المنفذ الآخر من 465 و587.</translation>
    </message>
    <message>
        <source>This account goes through the proxy %1, and nothing there answers as one. Check it in the server settings, or the network itself; nothing was sent.</source>
        <translation>يمر هذا الحساب عبر الوكيل %1، ولا شيء هناك يجيب بصفته وكيلًا. تحقق منه في إعدادات الخادم، أو من الشبكة نفسها؛ لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The proxy&apos;s password could not be read</source>
        <translation>تعذرت قراءة كلمة مرور الوكيل</translation>
    </message>
    <message>
        <source>The proxy %1 of this account lets nobody through without a user name and a password, or not with these. Correct them in the server settings; nothing was sent.</source>
        <translation>لا يمرّر وكيل هذا الحساب %1 أحدًا بلا اسم مستخدم وكلمة مرور، أو لا يمرّر بهذين. صحّحهما في إعدادات الخادم؛ لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The proxy in this computer&apos;s settings lets nobody through without a user name and a password, or not with those it has. Correct them in the system&apos;s network settings, or name the proxy in the server settings; nothing was sent.</source>
        <translation>الوكيل الذي في إعدادات هذا الحاسوب لا يمرّر أحدًا بلا اسم مستخدم وكلمة مرور، أو لا يمرّر بما لديه منهما. صحّحهما في إعدادات الشبكة في النظام، أو سمِّ الوكيل في إعدادات الخادم؛ لم يُرسل شيء.</translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message>
        <source>You said that this letter arrived</source>
        <translation>قلتَ إن هذه الرسالة وصلت</translation>
    </message>
    <message>
        <source>The server took this letter</source>
        <translation>تسلّم الخادم هذه الرسالة</translation>
    </message>
    <message>
        <source>The server took this letter, but not for everyone</source>
        <translation>تسلّم الخادم هذه الرسالة، لكن ليس للجميع</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>تقرر الأمر</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>قُبلت</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>‏%1، المنفذ %2</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>عنوانه</translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>يسمي نفسه</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>التعمية</translation>
    </message>
    <message>
        <source>None: it went in clear</source>
        <translation>لا شيء: خرجت نصًا صريحًا</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>‏%1، %2</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>‏%1، أصدرها %2</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>البصمة (SHA-256)</translation>
    </message>
    <message>
        <source>Signed in by</source>
        <translation>تسجيل الدخول عبر</translation>
    </message>
    <message>
        <source>Nothing: no sign-in</source>
        <translation>لا شيء: بلا تسجيل دخول</translation>
    </message>
    <message>
        <source>Server’s words</source>
        <translation>كلمات الخادم</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>معرّف الرسالة</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>مرفوض: %1</translation>
    </message>
    <message>
        <source>Addressed</source>
        <translation>موجهة إليه</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>Not sent to: it was sent to the others only</source>
        <translation>لم تُرسل إلى هذا العنوان: أُرسلت إلى الآخرين فقط</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>The server&apos;s name is missing. Your provider&apos;s help pages name it, often as “SMTP server”.</source>
        <translation>اسم الخادم ناقص. تذكره صفحات المساعدة لدى مزودك، غالبًا باسم «خادم SMTP».</translation>
    </message>
    <message>
        <source>This is not a server&apos;s name. It looks like “smtp.example.org”, without blanks or “://”.</source>
        <translation>هذا ليس اسم خادم. يبدو الاسم مثل «smtp.example.org»، بلا فراغات ولا «://».</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>المنفذ رقم من 1 إلى 65535.</translation>
    </message>
    <message>
        <source>The user name holds a character that no server takes, or is too long.</source>
        <translation>في اسم المستخدم محرف لا يقبله أي خادم، أو هو طويل جدًا.</translation>
    </message>
    <message>
        <source>This sign-in method is not known.</source>
        <translation>طريقة تسجيل الدخول هذه غير معروفة.</translation>
    </message>
    <message>
        <source>A password is never sent without encryption. Choose TLS or STARTTLS.</source>
        <translation>لا تُرسل كلمة مرور بلا تعمية أبدًا. اختر TLS أو STARTTLS.</translation>
    </message>
    <message>
        <source>The pinned fingerprint is damaged.</source>
        <translation>البصمة المثبتة تالفة.</translation>
    </message>
    <message>
        <source>The account was not stored</source>
        <translation>لم يُحفظ الحساب</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;حاول مرة أخرى</translation>
    </message>
    <message>
        <source>The file with your accounts could not be written. Is the disk full, or does another program hold it? Nothing was changed.</source>
        <translation>تعذرت كتابة ملف حساباتك. هل القرص ممتلئ، أم يمسك به برنامج آخر؟ لم يتغير شيء.</translation>
    </message>
    <message>
        <source>The file with your accounts was written by a later version of Pennypost. It was left as it is; please use that version.</source>
        <translation>كتب إصدار أحدث من Pennypost ملف حساباتك. تُرك كما هو؛ استخدم ذلك الإصدار من فضلك.</translation>
    </message>
    <message>
        <source>Another account was stored meanwhile. Trying again finds a free name.</source>
        <translation>حُفظ حساب آخر في هذه الأثناء. المحاولة مرة أخرى تجد اسمًا متاحًا.</translation>
    </message>
    <message>
        <source>The account was removed meanwhile, in another window or by another program.</source>
        <translation>أُزيل الحساب في هذه الأثناء، في نافذة أخرى أو من برنامج آخر.</translation>
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
        <translation>بلا تعمية</translation>
    </message>
    <message>
        <source>%1, port %2, %3</source>
        <translation>‏%1، المنفذ %2، %3</translation>
    </message>
    <message>
        <source>The file with your accounts is damaged, and was left as it is. Nothing was changed.</source>
        <translation>ملف حساباتك تالف وتُرك كما هو. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>The file with your accounts was damaged and has been set aside as “%1”. Trying again begins a new one.</source>
        <translation>كان ملف حساباتك تالفًا فوُضع جانبًا باسم «%1». والمحاولة من جديد تبدأ ملفًّا آخر.</translation>
    </message>
    <message>
        <source>One of the account&apos;s fields holds something that can&apos;t be stored, such as a line break. Nothing was changed.</source>
        <translation>في أحد حقول الحساب ما لا يمكن تخزينه، مثل فاصل سطر. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Your accounts could not be read</source>
        <translation>تعذّرت قراءة حساباتك</translation>
    </message>
    <message>
        <source>&amp;Show the folder</source>
        <translation>اعرض الم&amp;جلد</translation>
    </message>
    <message>
        <source>The file %1 is damaged. It was set aside as “%2” in the same folder, and nothing in it was deleted. The accounts that could still be read are here; set the others up anew, or mend the file and put it back under its old name while Pennypost is closed.</source>
        <translation>الملف %1 تالف. وُضع جانبًا باسم «%2» في المجلد نفسه ولم يُحذف منه شيء. الحسابات التي أمكنت قراءتها موجودة هنا؛ أعد الأخرى من جديد، أو أصلح الملف وأعده باسمه القديم وPennypost مغلق.</translation>
    </message>
    <message>
        <source>The file %1 is damaged. It was set aside as “%2” in the same folder, and nothing in it was deleted. Set your accounts up anew, or mend the file and put it back under its old name while Pennypost is closed.</source>
        <translation>الملف %1 تالف. وُضع جانبًا باسم «%2» في المجلد نفسه ولم يُحذف منه شيء. أعد حساباتك من جديد، أو أصلح الملف وأعده باسمه القديم وPennypost مغلق.</translation>
    </message>
    <message>
        <source>The file %1 was written by a later version of Pennypost. It was left as it is; please use that version. Until then no account can be stored.</source>
        <translation>كتب الملفَ %1 إصدارٌ أحدث من Pennypost. تُرك كما هو؛ استخدم ذلك الإصدار من فضلك. وإلى ذلك الحين لا يمكن تخزين أي حساب.</translation>
    </message>
    <message>
        <source>The file %1 could not be opened. See that it is a file which you may read and write, then start Pennypost again.</source>
        <translation>تعذّر فتح الملف %1. تأكد من أنه ملف يحق لك قراءته وكتابته ثم ابدأ Pennypost من جديد.</translation>
    </message>
    <message>
        <source>No new file could be written in its place. See to what stands below, then store an account: all that are here are stored with it.</source>
        <translation>تعذّرت كتابة ملف جديد مكانه. عالج ما هو مذكور أدناه ثم خزّن حسابًا: تُخزَّن معه كل الحسابات الموجودة هنا.</translation>
    </message>
    <message>
        <source>Another program is changing your accounts at this moment. Nothing was changed here; try again when it is done.</source>
        <translation>برنامج آخر يغيّر حساباتك في هذه اللحظة. لم يتغير هنا شيء؛ حاول مرة أخرى حين ينتهي.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>تمرين</translation>
    </message>
    <message>
        <source>But the keyring did not take the account&apos;s old password back. The account works with it until Pennypost ends; before that, enter the password once more under “Edit…”.</source>
        <translation>لكن حلقة المفاتيح لم تسترد كلمة المرور القديمة للحساب. يعمل الحساب بها إلى أن ينتهي Pennypost؛ أدخل كلمة المرور مرة أخرى قبل ذلك من «تحرير…».</translation>
    </message>
    <message>
        <source>But the keyring may still hold the new password, as “%1”. If the account is not stored in the end, remove that entry there.</source>
        <translation>لكن حلقة المفاتيح ربما ما زالت تحتفظ بكلمة المرور الجديدة باسم «%1». إن لم يُخزَّن الحساب في النهاية فأزل ذلك المدخل منها.</translation>
    </message>
    <message>
        <source>The account is removed, its password perhaps not</source>
        <translation>أُزيل الحساب، وربما لم تُزل كلمة مروره</translation>
    </message>
    <message>
        <source>The keyring could not be asked once more whether a password of %1 is left in it. Try again, or see whether it shows an entry “%2” and remove it there.</source>
        <translation>تعذّر سؤال حلقة المفاتيح مرة أخرى عما إذا بقيت فيها كلمة مرور لـ %1. حاول مرة أخرى، أو انظر هل تعرض مدخلًا باسم «%2» وأزله منها.</translation>
    </message>
    <message>
        <source>Choose the file of your certificate: the method EXTERNAL signs in with it.</source>
        <translation>اختر ملف شهادتك: فطريقة EXTERNAL تسجّل الدخول بها.</translation>
    </message>
    <message>
        <source>A certificate is shown within an encrypted connection alone. Choose TLS or STARTTLS, or no certificate.</source>
        <translation>لا تُعرض الشهادة إلا داخل اتصال معمّى. اختر TLS أو STARTTLS، أو لا تختر شهادة.</translation>
    </message>
    <message>
        <source>The proxy&apos;s name is missing.</source>
        <translation>اسم الوكيل ناقص.</translation>
    </message>
    <message>
        <source>This is not a proxy&apos;s name. It looks like “proxy.example.org”, without blanks or “://”.</source>
        <translation>ليس هذا اسم وكيل. يبدو الاسم هكذا: «proxy.example.org»، بلا فراغات وبلا «://».</translation>
    </message>
    <message>
        <source>The proxy&apos;s port is a number from 1 to 65535.</source>
        <translation>منفذ الوكيل عدد من 1 إلى 65535.</translation>
    </message>
    <message>
        <source>The user name holds a character that no such proxy takes, or is too long.</source>
        <translation>في اسم المستخدم محرف لا يقبله وكيل كهذا، أو أنه طويل جدًا.</translation>
    </message>
</context>
<context>
    <name>TestSteps</name>
    <message>
        <source>Find %1</source>
        <translation>العثور على %1</translation>
    </message>
    <message>
        <source>Found %1</source>
        <translation>عُثر على %1</translation>
    </message>
    <message>
        <source>Found %1 at %2</source>
        <translation>عُثر على %1 عند %2</translation>
    </message>
    <message>
        <source>Connected to port %1</source>
        <translation>متصل بالمنفذ %1</translation>
    </message>
    <message>
        <source>Connect to port %1</source>
        <translation>الاتصال بالمنفذ %1</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>معمّى</translation>
    </message>
    <message>
        <source>Encrypt the connection</source>
        <translation>تعمية الاتصال</translation>
    </message>
    <message>
        <source>Encrypted with %1, %2</source>
        <translation>معمّى بواسطة %1، %2</translation>
    </message>
    <message>
        <source>Wait for the server&apos;s greeting</source>
        <translation>انتظار تحية الخادم</translation>
    </message>
    <message>
        <source>Greeted by the server</source>
        <translation>حيّا الخادم</translation>
    </message>
    <message>
        <source>Greeted by %1</source>
        <translation>حيّا %1</translation>
    </message>
    <message>
        <source>Sign in as %1</source>
        <translation>تسجيل الدخول باسم %1</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>سُجل الدخول باسم %1</translation>
    </message>
    <message>
        <source>Signed in as %1 (%2)</source>
        <translation>سُجل الدخول باسم %1 (%2)</translation>
    </message>
    <message>
        <source>Your certificate is read</source>
        <translation>قُرئت شهادتك</translation>
    </message>
    <message>
        <source>Read your certificate</source>
        <translation>قراءة شهادتك</translation>
    </message>
    <message>
        <source>Signed in with your certificate</source>
        <translation>سُجّل الدخول بشهادتك</translation>
    </message>
    <message>
        <source>Sign in with your certificate</source>
        <translation>تسجيل الدخول بشهادتك</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The profile&apos;s folder can&apos;t be used: %1</source>
        <translation>لا يمكن استخدام مجلد الملف الشخصي: %1</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountAssistant</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Change an account</source>
        <translation>تغيير حساب</translation>
    </message>
    <message>
        <source>Set up an account</source>
        <translation>إعداد حساب</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountDelegate</name>
    <message>
        <source>Default</source>
        <translation>افتراضي</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountListModel</name>
    <message>
        <source>%1, default account</source>
        <translation>‏%1، الحساب الافتراضي</translation>
    </message>
    <message>
        <source>%1 · practice, on this computer only</source>
        <translation>‏%1 · تمرين، على هذا الحاسوب فقط</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>‏%1 · %2</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountRemovalPart</name>
    <message>
        <source>Re&amp;move it</source>
        <translation>&amp;أزله</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>أ&amp;بقه</translation>
    </message>
    <message>
        <source>Remove the account and &amp;leave its password</source>
        <translation>أزل الحساب وا&amp;ترك كلمة مروره</translation>
    </message>
    <message>
        <source>Remove the practice account? Letters that arrived in it stay.</source>
        <translation>أتزيل حساب التمرين؟ الرسائل التي وصلت فيه تبقى.</translation>
    </message>
    <message>
        <source>Remove %1? Its password is deleted from this computer as well. Letters that were sent stay.</source>
        <translation>أتزيل %1؟ تُحذف كلمة مروره من هذا الحاسوب أيضًا. الرسائل المرسلة تبقى.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Waiting for your keychain. If it is locked, it now asks for its own password.</source>
        <translation>بانتظار حلقة المفاتيح. إذا كانت مقفلة فهي تطلب الآن كلمة مرورها.</translation>
    </message>
    <message>
        <source>The account was not removed</source>
        <translation>لم يُزل الحساب</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountTestPart</name>
    <message>
        <source>Testing %1</source>
        <translation>اختبار %1</translation>
    </message>
    <message>
        <source>Get the password</source>
        <translation>جلب كلمة المرور</translation>
    </message>
    <message>
        <source>%1 works</source>
        <translation>‏%1 يعمل</translation>
    </message>
    <message>
        <source>%1 does not work</source>
        <translation>‏%1 لا يعمل</translation>
    </message>
    <message>
        <source>%1 works. Its password is kept until Pennypost ends.</source>
        <translation>يعمل %1. وتُحفظ كلمة مروره إلى أن ينتهي Pennypost.</translation>
    </message>
</context>
<context>
    <name>pennypost::AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>لا حساب بعد</translation>
    </message>
    <message>
        <source>The accounts you write with will stand here. Setting one up takes less than a minute.</source>
        <translation>ستظهر هنا الحسابات التي تكتب بها. إعداد حساب يستغرق أقل من دقيقة.</translation>
    </message>
    <message>
        <source>&amp;Add an account</source>
        <translation>&amp;أضف حسابًا</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>إ&amp;ضافة…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;تحرير…</translation>
    </message>
    <message>
        <source>Test a&amp;gain</source>
        <translation>اختبر من &amp;جديد</translation>
    </message>
    <message>
        <source>Make &amp;default</source>
        <translation>اجعله ا&amp;فتراضيًا</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>إ&amp;زالة…</translation>
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
        <translation>بلا تعمية</translation>
    </message>
    <message>
        <source>This computer&apos;s TLS library can&apos;t be used, so no letter can be sent. Install OpenSSL 3.</source>
        <translation>لا يمكن استخدام مكتبة TLS في هذا الحاسوب، فلا يمكن إرسال أي رسالة. ثبّت OpenSSL 3.</translation>
    </message>
</context>
<context>
    <name>pennypost::AttachmentDelegate</name>
    <message>
        <source>%1 % of %2</source>
        <comment>attaching: percent, size</comment>
        <translation>‏%1 % من %2</translation>
    </message>
    <message>
        <source>Attaching</source>
        <translation>جارٍ الإرفاق</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>Empty: 0 bytes</source>
        <translation>فارغ: 0 بايت</translation>
    </message>
</context>
<context>
    <name>pennypost::AttachmentModel</name>
    <message>
        <source>Picture.png</source>
        <translation>صورة.png</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>صورة %1.png</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>attachment: file name, size</comment>
        <translation>‏%1، %2</translation>
    </message>
    <message>
        <source>%1, being attached</source>
        <comment>attachment</comment>
        <translation>‏%1، جارٍ إرفاقه</translation>
    </message>
    <message>
        <source>%1, not attached: %2</source>
        <comment>attachment: file name, what went wrong</comment>
        <translation>%1، لم يُرفق: %2</translation>
    </message>
    <message>
        <source>%1, the file is empty: 0 bytes</source>
        <comment>attachment: file name</comment>
        <translation>%1، الملف فارغ: 0 بايت</translation>
    </message>
</context>
<context>
    <name>pennypost::AttachmentNotices</name>
    <message>
        <source>“%1” is attached already</source>
        <translation>«%1» مرفق من قبل</translation>
    </message>
    <message>
        <source>It was not attached a second time.</source>
        <translation>لم يُرفق مرة ثانية.</translation>
    </message>
    <message numerus="yes">
        <source>%n files are attached already</source>
        <translation>
            <numerusform>لا ملفات مرفقة من قبل</numerusform>
            <numerusform>ملف واحد مرفق من قبل</numerusform>
            <numerusform>ملفان مرفقان من قبل</numerusform>
            <numerusform>%n ملفات مرفقة من قبل</numerusform>
            <numerusform>%n ملفًا مرفقًا من قبل</numerusform>
            <numerusform>%n ملف مرفق من قبل</numerusform>
        </translation>
    </message>
    <message>
        <source>They were not attached a second time.</source>
        <translation>لم تُرفق مرة ثانية.</translation>
    </message>
    <message>
        <source>“%1” has changed since it was attached</source>
        <translation>تغيّر «%1» منذ إرفاقه</translation>
    </message>
    <message>
        <source>The letter has it twice now: as it was, and as it is.</source>
        <translation>الرسالة فيها الملف مرتين الآن: كما كان، وكما هو.</translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation>ا&amp;حتفظ بكليهما</translation>
    </message>
    <message>
        <source>“%1” and “%2” are the same</source>
        <comment>two attached files</comment>
        <translation>«%1» و«%2» متطابقان</translation>
    </message>
    <message>
        <source>Only their names differ.</source>
        <translation>لا يختلفان إلا في الاسم.</translation>
    </message>
    <message>
        <source>Remo&amp;ve the earlier one</source>
        <translation>أ&amp;زل الأسبق</translation>
    </message>
    <message>
        <source>Remo&amp;ve the second one</source>
        <translation>أ&amp;زل الثاني</translation>
    </message>
    <message>
        <source>&amp;Attach it twice</source>
        <translation>أرفقه مر&amp;تين</translation>
    </message>
    <message>
        <source>&amp;Attach them twice</source>
        <translation>أرفقها مر&amp;تين</translation>
    </message>
</context>
<context>
    <name>pennypost::AttachmentPane</name>
    <message>
        <source>Attachments</source>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>إعادة ال&amp;تسمية</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>ا&amp;فتح</translation>
    </message>
    <message>
        <source>Move &amp;forward</source>
        <translation>انقل إلى ال&amp;أمام</translation>
    </message>
    <message>
        <source>Move &amp;back</source>
        <translation>انقل إلى ال&amp;خلف</translation>
    </message>
    <message>
        <source>In the list of attachments</source>
        <translation>في قائمة المرفقات</translation>
    </message>
</context>
<context>
    <name>pennypost::AttachmentTotal</name>
    <message>
        <source>Attachments</source>
        <translation>المرفقات</translation>
    </message>
</context>
<context>
    <name>pennypost::BodyEditor</name>
    <message>
        <source>Letter</source>
        <translation>الرسالة</translation>
    </message>
</context>
<context>
    <name>pennypost::ChoicePage</name>
    <message>
        <source>&amp;Use my mail account</source>
        <translation>&amp;استخدم حساب بريدي</translation>
    </message>
    <message>
        <source>With your address and password, tested before anything is stored.</source>
        <translation>بعنوانك وكلمة مرورك، ويُختبران قبل حفظ أي شيء.</translation>
    </message>
    <message>
        <source>&amp;Practise first: nothing leaves this computer</source>
        <translation>&amp;تمرّن أولًا: لا شيء يغادر هذا الحاسوب</translation>
    </message>
    <message>
        <source>Write and send letters to a small server inside Pennypost, and look at what arrives.</source>
        <translation>اكتب وأرسل رسائل إلى خادم صغير داخل Pennypost، وانظر إلى ما يصل.</translation>
    </message>
    <message>
        <source>How would you like to begin?</source>
        <translation>كيف تود أن تبدأ؟</translation>
    </message>
    <message>
        <source>Either can be added later, and both can be used side by side.</source>
        <translation>يمكن إضافة أيهما لاحقًا، ويمكن استخدامهما معًا.</translation>
    </message>
</context>
<context>
    <name>pennypost::ClientCertificateField</name>
    <message>
        <source>Remo&amp;ve</source>
        <translation>ا&amp;حذفها</translation>
    </message>
    <message>
        <source>none: the server asks for none</source>
        <translation>لا شيء: لا يطلب الخادم شهادة</translation>
    </message>
    <message>
        <source>Choose the file of your certificate</source>
        <translation>اختر ملف شهادتك</translation>
    </message>
    <message>
        <source>Show no certificate</source>
        <translation>لا تعرض شهادة</translation>
    </message>
    <message>
        <source>Pass phrase of its &amp;key</source>
        <translation>ع&amp;بارة مرور مفتاحها</translation>
    </message>
    <message>
        <source>Choose your certificate</source>
        <translation>اختر شهادتك</translation>
    </message>
    <message>
        <source>Certificates with their key (*.p12 *.pfx *.pem *.key)</source>
        <translation>شهادات مع مفاتيحها (*.p12 *.pfx *.pem *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Made for %1, valid until %2.</source>
        <translation>صادرة لـ %1، صالحة حتى %2.</translation>
    </message>
    <message>
        <source>This file is locked with a pass phrase. The one that is stored stays unless you enter another.</source>
        <translation>هذا الملف مقفل بعبارة مرور. تبقى العبارة المخزّنة ما لم تُدخل غيرها.</translation>
    </message>
    <message>
        <source>This file is locked: please enter its pass phrase.</source>
        <translation>هذا الملف مقفل: أدخل عبارة مروره من فضلك.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>دون تغيير</translation>
    </message>
    <message>
        <source>Choose the fi&amp;le…</source>
        <translation>اختر المل&amp;ف…</translation>
    </message>
    <message>
        <source>Your o&amp;wn certificate</source>
        <translation>&amp;شهادتك</translation>
    </message>
</context>
<context>
    <name>pennypost::ComposeBar</name>
    <message>
        <source>Send and attach</source>
        <translation>الإرسال والإرفاق</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>State of the draft</source>
        <translation>حالة المسودة</translation>
    </message>
</context>
<context>
    <name>pennypost::ComposeController</name>
    <message>
        <source>Your draft of %1 is back</source>
        <translation>عادت مسودتك من %1</translation>
    </message>
    <message>
        <source>The letter is plain text now; its formatting is gone</source>
        <translation>الرسالة الآن نص عادي؛ ذهب تنسيقها</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>Insert a link</source>
        <translation>إدراج رابط</translation>
    </message>
    <message>
        <source>Change the link</source>
        <translation>تغيير الرابط</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;رابط</translation>
    </message>
    <message>
        <source>&amp;Remove the link</source>
        <translation>أ&amp;زل الرابط</translation>
    </message>
    <message>
        <source>The letter is discarded</source>
        <translation>أُهملت الرسالة</translation>
    </message>
    <message>
        <source>It goes for good in a few seconds, or when you close this message.</source>
        <translation>تذهب نهائيًا بعد بضع ثوانٍ، أو حين تغلق هذه الرسالة.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>جارٍ الحفظ</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <comment>time of day</comment>
        <translation>حُفظت %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <comment>why</comment>
        <translation>لم تُحفظ: %1</translation>
    </message>
    <message>
        <source>The letter stays open: it could not be saved</source>
        <translation>تبقى الرسالة مفتوحة: تعذّر حفظها</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;حاول مرة أخرى</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>ت&amp;جاهل</translation>
    </message>
    <message>
        <source>%1 attached, %2 as sent</source>
        <comment>size of all attachments: of the files, encoded for the way</comment>
        <translation>‏%1 مرفقة، %2 عند الإرسال</translation>
    </message>
</context>
<context>
    <name>pennypost::ComposeWindow</name>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;أرسل</translation>
    </message>
    <message>
        <source>&amp;Attach…</source>
        <translation>أر&amp;فق…</translation>
    </message>
    <message>
        <source>Rich te&amp;xt</source>
        <translation>نص من&amp;سق</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>إرفاق</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>المنطقة التالية</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>المنطقة السابقة</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>&amp;New letter</source>
        <translation>رسالة &amp;جديدة</translation>
    </message>
    <message>
        <source>Save &amp;draft</source>
        <translation>احفظ الم&amp;سودة</translation>
    </message>
    <message>
        <source>Go &amp;to To</source>
        <translation>&amp;انتقل إلى «إلى»</translation>
    </message>
    <message>
        <source>Show &amp;Cc</source>
        <translation>&amp;أظهر النسخة</translation>
    </message>
    <message>
        <source>Show &amp;Bcc</source>
        <translation>أظهر النسخة الم&amp;خفية</translation>
    </message>
    <message>
        <source>Paste as &amp;plain text</source>
        <translation>الصق نصًا &amp;عاديًا</translation>
    </message>
    <message>
        <source>Paste as &amp;quotation</source>
        <translation>الصق ا&amp;قتباسًا</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>نص أ&amp;كبر</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>نص أ&amp;صغر</translation>
    </message>
    <message>
        <source>Text in its &amp;usual size</source>
        <translation>نص بحجمه ال&amp;معتاد</translation>
    </message>
    <message>
        <source>Acc&amp;ounts…</source>
        <translation>ال&amp;حسابات…</translation>
    </message>
    <message>
        <source>D&amp;iscard draft</source>
        <translation>أ&amp;همل المسودة</translation>
    </message>
    <message>
        <source>Close &amp;window</source>
        <translation>أ&amp;غلق النافذة</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>New letter</source>
        <translation>رسالة جديدة</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>&amp;Attach</source>
        <translation>أر&amp;فق</translation>
    </message>
    <message>
        <source>As&amp;k for a missing subject</source>
        <translation>اسأ&amp;ل عن الموضوع الناقص</translation>
    </message>
    <message>
        <source>Quit P&amp;ennypost</source>
        <translation>أ&amp;نهِ Pennypost</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>ابحث عن التالي</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>ابحث عن السابق</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;بحث…</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>استب&amp;دال…</translation>
    </message>
    <message>
        <source>In a letter</source>
        <translation>في رسالة</translation>
    </message>
    <message>
        <source>Ke&amp;yboard shortcuts…</source>
        <translation>اختصا&amp;رات لوحة المفاتيح…</translation>
    </message>
    <message>
        <source>Break lon&amp;g lines of plain text</source>
        <translation>كسر أسطر النص العادي ال&amp;طويلة</translation>
    </message>
    <message>
        <source>Do not tell my time &amp;zone</source>
        <translation>عدم ذكر منطقتي ال&amp;زمنية</translation>
    </message>
</context>
<context>
    <name>pennypost::DetailsPage</name>
    <message>
        <source>Server &amp;settings</source>
        <translation>&amp;إعدادات الخادم</translation>
    </message>
    <message>
        <source>as others shall see it</source>
        <translation>كما سيراه الآخرون</translation>
    </message>
    <message>
        <source>you@example.org</source>
        <translation>you@example.org</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>دون تغيير</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>ا&amp;سمك</translation>
    </message>
    <message>
        <source>Mail &amp;address</source>
        <translation>&amp;عنوان البريد</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;كلمة المرور</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>تغيير الحساب</translation>
    </message>
    <message>
        <source>Your mail account</source>
        <translation>حساب بريدك</translation>
    </message>
    <message>
        <source>On the next page Pennypost tries whether it can sign in. Nothing is stored before that.</source>
        <translation>في الصفحة التالية يجرب Pennypost تسجيل الدخول. لا يُحفظ شيء قبل ذلك.</translation>
    </message>
    <message>
        <source>&amp;Test it</source>
        <translation>اخ&amp;تبره</translation>
    </message>
    <message>
        <source>Not used: a password is never sent without encryption.</source>
        <translation>غير مستخدمة: لا تُرسل كلمة مرور بلا تعمية أبدًا.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>كلمة المرور ناقصة.</translation>
    </message>
    <message>
        <source>Not used: your certificate signs in.</source>
        <translation>لا تُستخدم: شهادتك تسجّل الدخول.</translation>
    </message>
</context>
<context>
    <name>pennypost::Disclosure</name>
    <message>
        <source>Unfolded</source>
        <translation>مفتوح</translation>
    </message>
</context>
<context>
    <name>pennypost::DropTarget</name>
    <message>
        <source>Drop here to attach</source>
        <translation>أفلت هنا للإرفاق</translation>
    </message>
</context>
<context>
    <name>pennypost::EmptyState</name>
    <message>
        <source>&amp;Set up your mail account</source>
        <translation>أ&amp;عد حساب بريدك</translation>
    </message>
    <message>
        <source>&amp;Practise first</source>
        <translation>&amp;تمرّن أولًا</translation>
    </message>
    <message>
        <source>&amp;Write a letter</source>
        <translation>ا&amp;كتب رسالة</translation>
    </message>
    <message>
        <source>&amp;Clear the search</source>
        <translation>ا&amp;مسح البحث</translation>
    </message>
    <message>
        <source>Send a letter to yourself: nothing leaves this computer</source>
        <translation>أرسل رسالة إلى نفسك: لا شيء يغادر هذا الحاسوب</translation>
    </message>
    <message>
        <source>Welcome to Pennypost</source>
        <translation>مرحبًا بك في Pennypost</translation>
    </message>
    <message>
        <source>Your drafts and the receipts of what you sent will be listed here. Set up a mail account, or practise first: then nothing leaves this computer.</source>
        <translation>ستُدرج هنا مسوداتك وإيصالات ما أرسلته. أعدّ حساب بريد، أو تمرّن أولًا: عندها لا يغادر شيء هذا الحاسوب.</translation>
    </message>
    <message>
        <source>No letters yet</source>
        <translation>لا رسائل بعد</translation>
    </message>
    <message>
        <source>Drafts are kept here while you write, and every letter you send leaves its receipt.</source>
        <translation>تُحفظ المسودات هنا أثناء الكتابة، وكل رسالة ترسلها تترك إيصالها.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
    <message>
        <source>No letter has all of these words in its subject, its addresses or the server&apos;s reply.</source>
        <translation>لا توجد رسالة فيها كل هذه الكلمات في الموضوع أو العناوين أو رد الخادم.</translation>
    </message>
</context>
<context>
    <name>pennypost::FailedFiles</name>
    <message numerus="yes">
        <source>%n files are not attached</source>
        <translation>
            <numerusform>لا ملفات غير مرفقة</numerusform>
            <numerusform>ملف واحد غير مرفق</numerusform>
            <numerusform>ملفان غير مرفقين</numerusform>
            <numerusform>%n ملفات غير مرفقة</numerusform>
            <numerusform>%n ملفًا غير مرفق</numerusform>
            <numerusform>%n ملف غير مرفق</numerusform>
        </translation>
    </message>
    <message>
        <source>Why stands at each of them below the letter. Nothing is sent without them unless you remove them.</source>
        <translation>السبب مذكور عند كل منها تحت الرسالة. ولن يُرسل شيء من دونها ما لم تُزلها.</translation>
    </message>
    <message>
        <source>Remo&amp;ve them from the letter</source>
        <translation>أ&amp;زلها من الرسالة</translation>
    </message>
    <message>
        <source>“%1” is not attached</source>
        <translation>«%1» غير مرفق</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Choose files &amp;in it…</source>
        <translation>اختر ملفات من&amp;ه…</translation>
    </message>
    <message>
        <source>Remo&amp;ve it from the letter</source>
        <translation>أ&amp;زله من الرسالة</translation>
    </message>
</context>
<context>
    <name>pennypost::FindBar</name>
    <message>
        <source>Find previous</source>
        <translation>ابحث عن السابق</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>ابحث عن التالي</translation>
    </message>
    <message>
        <source>Matc&amp;h case</source>
        <translation>&amp;طابق حالة الأحرف</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>أغلق البحث</translation>
    </message>
    <message>
        <source>Replace &amp;with</source>
        <translation>&amp;استبدل به</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>استب&amp;دل</translation>
    </message>
    <message>
        <source>R&amp;eplace all</source>
        <translation>استبدل ال&amp;كل</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>بحث واستبدال</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>استبدل به</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;بحث</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لم يُعثر عليه</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <comment>how many words were replaced by others</comment>
        <translation>
            <numerusform>لم يُستبدل شيء</numerusform>
            <numerusform>استُبدلت كلمة</numerusform>
            <numerusform>استُبدلت كلمتان</numerusform>
            <numerusform>استُبدلت %n كلمات</numerusform>
            <numerusform>استُبدلت %n كلمة</numerusform>
            <numerusform>استُبدلت %n كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which of the words found is selected, how many there are</comment>
        <translation>%1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <comment>how often a word is in the letter</comment>
        <translation>
            <numerusform>لم يُعثر على شيء</numerusform>
            <numerusform>عُثر على واحدة</numerusform>
            <numerusform>عُثر على اثنتين</numerusform>
            <numerusform>عُثر على %n</numerusform>
            <numerusform>عُثر على %n</numerusform>
            <numerusform>عُثر على %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennypost::FormatBar</name>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;غامق</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;مائل</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>تحته &amp;خط</translation>
    </message>
    <message>
        <source>Bu&amp;lleted list</source>
        <translation>قائمة ن&amp;قطية</translation>
    </message>
    <message>
        <source>&amp;Numbered list</source>
        <translation>قائمة مر&amp;قمة</translation>
    </message>
    <message>
        <source>&amp;Quotation</source>
        <translation>ا&amp;قتباس</translation>
    </message>
    <message>
        <source>Lin&amp;k</source>
        <translation>را&amp;بط</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>التنسيق</translation>
    </message>
</context>
<context>
    <name>pennypost::IdentityCombo</name>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>%1 (practice: stays on this computer)</source>
        <translation>‏%1 (تمرين: تبقى على هذا الحاسوب)</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>لا حساب بعد</translation>
    </message>
</context>
<context>
    <name>pennypost::LetterCopy</name>
    <message>
        <source>Saving the letter…</source>
        <translation>تُحفظ الرسالة…</translation>
    </message>
    <message>
        <source>The letter is saved as a file</source>
        <translation>حُفظت الرسالة ملفًا</translation>
    </message>
    <message>
        <source>%1 holds it as it would go out, without the recipients in Bcc. It has not been sent.</source>
        <translation>في %1 الرسالة كما كانت ستخرج، دون المستلمين في النسخة المخفية. وهي لم تُرسل.</translation>
    </message>
    <message>
        <source>The letter could not be saved as a file</source>
        <translation>تعذّر حفظ الرسالة ملفًا</translation>
    </message>
    <message>
        <source>Why stands below; another folder or disk may help. The letter is still open, and nothing of it is lost.</source>
        <translation>السبب مذكور أدناه؛ وقد يفيد مجلد آخر أو قرص آخر. الرسالة ما زالت مفتوحة ولم يضع منها شيء.</translation>
    </message>
    <message>
        <source>The system&apos;s words</source>
        <translation>كلمات النظام</translation>
    </message>
    <message>
        <source>Save it &amp;elsewhere…</source>
        <translation>احف&amp;ظها في مكان آخر…</translation>
    </message>
    <message>
        <source>An attachment is not ready. Wait until it is, or remove it from the letter.</source>
        <translation>أحد المرفقات غير جاهز. انتظر حتى يجهز، أو أزله من الرسالة.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;حاول مرة أخرى</translation>
    </message>
    <message>
        <source>It leaves out what is no mail address: %1.</source>
        <translation>ولا يتضمن ما ليس عنوان بريد: %1.</translation>
    </message>
    <message>
        <source>It has no sender yet, which such a file can&apos;t do without. Set up an account to write from; the text is still open.</source>
        <translation>ليس لها مرسِل بعد، ولا يستغني عنه ملف كهذا. أعِدّ حسابًا تكتب منه؛ النص ما زال مفتوحًا.</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>ر&amp;جوع</translation>
    </message>
</context>
<context>
    <name>pennypost::LetterHead</name>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>نسخة</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>نسخة مخفية</translation>
    </message>
    <message>
        <source>Addresses and subject</source>
        <translation>العناوين والموضوع</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>&amp;من</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>إ&amp;لى</translation>
    </message>
    <message>
        <source>&amp;Cc</source>
        <translation>&amp;نسخة</translation>
    </message>
    <message>
        <source>&amp;Bcc</source>
        <translation>نسخة م&amp;خفية</translation>
    </message>
    <message>
        <source>Sub&amp;ject</source>
        <translation>المو&amp;ضوع</translation>
    </message>
    <message>
        <source>Add recipients of a copy</source>
        <translation>أضف مستلمي نسخة</translation>
    </message>
    <message>
        <source>Add recipients of a copy that the others don&apos;t see</source>
        <translation>أضف مستلمي نسخة لا يراهم الآخرون</translation>
    </message>
</context>
<context>
    <name>pennypost::MainWindow</name>
    <message>
        <source>(no subject)</source>
        <translation>(بلا موضوع)</translation>
    </message>
    <message>
        <source>Pennypost</source>
        <translation>Pennypost</translation>
    </message>
    <message>
        <source>Search letters</source>
        <translation>البحث في الرسائل</translation>
    </message>
    <message>
        <source>&amp;New letter</source>
        <translation>رسالة &amp;جديدة</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>L&amp;ook at it</source>
        <translation>ا&amp;نظر إليها</translation>
    </message>
    <message>
        <source>The draft “%1” was deleted.</source>
        <translation>حُذفت المسودة «%1».</translation>
    </message>
    <message>
        <source>The received letter “%1” was deleted.</source>
        <translation>حُذفت الرسالة المستلمة «%1».</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>“%1” was sent.</source>
        <translation>أُرسلت «%1».</translation>
    </message>
    <message>
        <source>Show the &amp;receipt</source>
        <translation>اعرض الإي&amp;صال</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Practise</source>
        <translation>&amp;تمرّن</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إ&amp;نهاء</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>ال&amp;رسالة</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;بحث</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>ا&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>ا&amp;حذف</translation>
    </message>
    <message>
        <source>&amp;Accounts</source>
        <translation>ال&amp;حسابات</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;About Pennypost</source>
        <translation>&amp;حول Pennypost</translation>
    </message>
    <message>
        <source>About Pennypost</source>
        <translation>حول Pennypost</translation>
    </message>
    <message>
        <source>Pennypost %1</source>
        <translation>Pennypost %1</translation>
    </message>
    <message>
        <source>Write a letter and be sure that it went out.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>اكتب رسالة وتأكد من أنها أُرسلت.

برنامج حر وفق رخصة جنو العمومية العامة، الإصدار 3 أو أحدث.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>امسح البحث</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>“%1” was saved to drafts.</source>
        <translation>حُفظت «%1» في المسودات.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>ت&amp;جاهل</translation>
    </message>
    <message>
        <source>“%1” is open in its window. Close the window before you delete it.</source>
        <translation>«%1» مفتوحة في نافذتها. أغلق النافذة قبل أن تحذفها.</translation>
    </message>
    <message>
        <source>&amp;It arrived</source>
        <translation>لقد و&amp;صلت</translation>
    </message>
    <message>
        <source>&amp;Send again…</source>
        <translation>&amp;أرسل من جديد…</translation>
    </message>
    <message>
        <source>Fo&amp;rget it</source>
        <translation>&amp;انسها</translation>
    </message>
    <message>
        <source>&amp;Set up an account…</source>
        <translation>أ&amp;عد حسابًا…</translation>
    </message>
    <message>
        <source>&amp;Manage accounts…</source>
        <translation>أ&amp;در الحسابات…</translation>
    </message>
    <message>
        <source>The sent letter “%1” was deleted.</source>
        <translation>حُذفت الرسالة المرسلة «%1».</translation>
    </message>
    <message>
        <source>“%1” went out to %2, but the server’s confirmation never came in. It may have arrived. Ask there, or look into your server’s sent mail, before you send it again.</source>
        <translation>خرجت «%1» إلى %2، لكن تأكيد الخادم لم يصل قط. ربما وصلت الرسالة. اسأل المستلم أو انظر في البريد المرسل على خادمك قبل أن ترسلها مرة أخرى.</translation>
    </message>
    <message>
        <source>In the main window</source>
        <translation>في النافذة الرئيسية</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>المنطقة التالية</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>المنطقة السابقة</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>ا&amp;ختصارات لوحة المفاتيح…</translation>
    </message>
    <message>
        <source>Save the connection &amp;log…</source>
        <translation>حفظ &amp;سجل الاتصال…</translation>
    </message>
    <message>
        <source>There is nothing to save yet: since Pennypost was started no mail server has been spoken to.</source>
        <translation>لا شيء لحفظه بعد: لم يُخاطَب أي خادم بريد منذ بدء Pennypost.</translation>
    </message>
    <message>
        <source>Save the connection log</source>
        <translation>حفظ سجل الاتصال</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>نص (*.txt)</translation>
    </message>
    <message>
        <source>The connection log is saved as %1. It holds addresses and server names: look through it before you pass it on.</source>
        <translation>حُفظ سجل الاتصال في %1. فيه عناوين وأسماء خوادم: راجعه قبل أن تعطيه لأحد.</translation>
    </message>
    <message>
        <source>The connection log could not be saved as %1: %2</source>
        <translation>تعذر حفظ سجل الاتصال في %1: %2</translation>
    </message>
    <message>
        <source>Save it &amp;elsewhere…</source>
        <translation>حفظه في مكان &amp;آخر…</translation>
    </message>
    <message>
        <source>&amp;Open letters from files…</source>
        <translation>&amp;فتح رسائل من ملفات…</translation>
    </message>
    <message>
        <source>Open letters from files</source>
        <translation>فتح رسائل من ملفات</translation>
    </message>
    <message>
        <source>Letters (*.eml)</source>
        <translation>رسائل (*.eml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>pennypost::NoticeStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>pennypost::OpenedCopies</name>
    <message>
        <source>“%1” is a program</source>
        <translation>«%1» برنامج</translation>
    </message>
    <message>
        <source>Opening it here would run it. It stays attached as it is.</source>
        <translation>فتحه هنا يشغّله. يبقى مرفقًا كما هو.</translation>
    </message>
    <message>
        <source>Its copy can&apos;t be written: is the disk full?</source>
        <translation>لا يمكن كتابة نسخته: هل القرص ممتلئ؟</translation>
    </message>
    <message>
        <source>No program on this computer opens files of this kind.</source>
        <translation>لا يوجد على هذا الحاسوب برنامج يفتح ملفات من هذا النوع.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be opened</source>
        <translation>لا يمكن فتح «%1»</translation>
    </message>
</context>
<context>
    <name>pennypost::OutboxModel</name>
    <message>
        <source>May have been sent</source>
        <translation>ربما أُرسلت</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>في الطريق</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>لم يُرفض أحد</numerusform>
            <numerusform>رُفض واحد</numerusform>
            <numerusform>رُفض اثنان</numerusform>
            <numerusform>رُفض %n</numerusform>
            <numerusform>رُفض %n</numerusform>
            <numerusform>رُفض %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <translation>تحتاج إلى قرارك</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>المسودات</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>المرسلة</translation>
    </message>
    <message>
        <source>Practice: received here</source>
        <translation>التمرين: استُلمت هنا</translation>
    </message>
    <message>
        <source>(no sender)</source>
        <translation>(بلا مرسل)</translation>
    </message>
    <message>
        <source>(no recipient)</source>
        <translation>(بلا مستلم)</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(بلا موضوع)</translation>
    </message>
    <message>
        <source>Draft to %1: %2, %3</source>
        <translation>مسودة إلى %1: %2، %3</translation>
    </message>
    <message>
        <source>Sent to %1: %2, %3</source>
        <translation>أُرسلت إلى %1: %2، %3</translation>
    </message>
    <message>
        <source>Received from %1: %2, %3</source>
        <translation>استُلمت من %1: %2، %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>‏%1. %2</translation>
    </message>
</context>
<context>
    <name>pennypost::PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>أخفِ كلمة المرور</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>أظهر كلمة المرور</translation>
    </message>
</context>
<context>
    <name>pennypost::ProblemPanel</name>
    <message>
        <source>&amp;Trust exactly this certificate</source>
        <translation>&amp;ثق بهذه الشهادة وحدها</translation>
    </message>
    <message>
        <source>In its own words:</source>
        <translation>بكلماته:</translation>
    </message>
</context>
<context>
    <name>pennypost::ProviderHint</name>
    <message>
        <source>%1 lets programs in only through its own sign-in page. Pennypost can&apos;t use that yet, so a password will most likely be refused.</source>
        <translation>لا يسمح %1 للبرامج بالدخول إلا عبر صفحة تسجيل الدخول الخاصة به. لا يستطيع Pennypost استخدامها بعد، فالأرجح أن تُرفض كلمة المرور.</translation>
    </message>
    <message>
        <source>&amp;What %1 says about this</source>
        <translation>&amp;ما يقوله %1 عن ذلك</translation>
    </message>
    <message>
        <source>%1 sends through a program of its own that has to run on this computer. Use the password which that program shows, not that of your mailbox.</source>
        <translation>يرسل %1 عبر برنامج خاص به يجب أن يعمل على هذا الحاسوب. استخدم كلمة المرور التي يعرضها ذلك البرنامج، لا كلمة مرور صندوق بريدك.</translation>
    </message>
    <message>
        <source>&amp;Get that program</source>
        <translation>ا&amp;حصل على ذلك البرنامج</translation>
    </message>
    <message>
        <source>%1 wants an app password here: one made for a single program, not the password of your mailbox.</source>
        <translation>يريد %1 هنا كلمة مرور للتطبيقات: كلمة تُنشأ لبرنامج واحد، لا كلمة مرور صندوق بريدك.</translation>
    </message>
    <message>
        <source>Ma&amp;ke an app password</source>
        <translation>أنشئ كلمة مرور للتطبي&amp;قات</translation>
    </message>
    <message>
        <source>%1 lets mail programs in only after you have allowed it in your settings there.</source>
        <translation>لا يسمح %1 لبرامج البريد إلا بعد أن تأذن بذلك في إعداداتك هناك.</translation>
    </message>
    <message>
        <source>&amp;How to allow it</source>
        <translation>&amp;كيف تأذن بذلك</translation>
    </message>
</context>
<context>
    <name>pennypost::ProxyFields</name>
    <message>
        <source>As in the system&apos;s settings</source>
        <translation>كما في إعدادات النظام</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا وكيل</translation>
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
        <translation>لا شيء: لا يطلب تسجيل دخول</translation>
    </message>
    <message>
        <source>&amp;Its port</source>
        <translation>منف&amp;ذه</translation>
    </message>
    <message>
        <source>The proxy&apos;s port</source>
        <translation>منفذ الوكيل</translation>
    </message>
    <message>
        <source>Prox&amp;y&apos;s name</source>
        <translation>اسم الوك&amp;يل</translation>
    </message>
    <message>
        <source>Si&amp;gn-in name for the proxy</source>
        <translation>اسم ال&amp;دخول إلى الوكيل</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>ال&amp;وكيل</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>دون تغيير</translation>
    </message>
    <message>
        <source>Password for t&amp;he proxy</source>
        <translation>كلمة المرور &amp;أمام الوكيل</translation>
    </message>
</context>
<context>
    <name>pennypost::ReceiptView</name>
    <message>
        <source>Receipt: %1</source>
        <translation>إيصال: %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(بلا موضوع)</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>Copy the receipt as text</source>
        <translation>انسخ الإيصال نصًا</translation>
    </message>
    <message>
        <source>&amp;Save the letter…</source>
        <translation>ا&amp;حفظ الرسالة…</translation>
    </message>
    <message>
        <source>Save the letter as it went out, as an .eml file</source>
        <translation>احفظ الرسالة كما خرجت، في ملف ‎.eml</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>حُفظت</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>لم تُحفظ: %1</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>إيصال</translation>
    </message>
</context>
<context>
    <name>pennypost::ReceivedView</name>
    <message>
        <source>Received letter</source>
        <translation>رسالة مستلمة</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>&amp;Save the attachment…</source>
        <translation>ا&amp;حفظ المرفق…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <source>This letter cannot be read</source>
        <translation>تعذرت قراءة هذه الرسالة</translation>
    </message>
    <message>
        <source>As the practice server received it. Nothing left this computer.</source>
        <translation>كما استلمها خادم التمرين. لم يغادر شيء هذا الحاسوب.</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(بلا موضوع)</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>استُلمت: %1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>من: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>إلى: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>نسخة: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>التاريخ: %1</translation>
    </message>
    <message>
        <source>Formatted text</source>
        <translation>نص منسق</translation>
    </message>
    <message>
        <source>&amp;Formatted</source>
        <translation>من&amp;سق</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>&amp;Plain text</source>
        <translation>نص &amp;عادي</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>الترويسة</translation>
    </message>
    <message>
        <source>&amp;Header</source>
        <translation>ال&amp;ترويسة</translation>
    </message>
    <message>
        <source>%1
[the rest is in %2]</source>
        <translation>‏%1
[الباقي في %2]</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>الم&amp;صدر</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>‏%1 (%2، %3)</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>حفظ المرفق</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>حُفظت</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>لم تُحفظ: %1</translation>
    </message>
    <message>
        <source>Parts of the letter</source>
        <translation>أجزاء الرسالة</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>In a letter that was opened</source>
        <translation>في رسالة مفتوحة</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;رد</translation>
    </message>
    <message>
        <source>Reply to &amp;all</source>
        <translation>الرد على الج&amp;ميع</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>إعادة تو&amp;جيه</translation>
    </message>
    <message>
        <source>Forward as an a&amp;ttachment</source>
        <translation>إعادة التوجيه كمرف&amp;ق</translation>
    </message>
    <message>
        <source>&amp;Edit as new</source>
        <translation>تحرير كرسالة ج&amp;ديدة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>الم&amp;زيد</translation>
    </message>
    <message>
        <source>Opened from %1</source>
        <translation>فُتحت من %1</translation>
    </message>
    <message>
        <source>This file is no letter</source>
        <translation>هذا الملف ليس رسالة</translation>
    </message>
    <message>
        <source>The file is gone or has changed since it was opened. Open it again to go on.</source>
        <translation>اختفى الملف أو تغيّر منذ فتحه. افتحه من جديد للمتابعة.</translation>
    </message>
</context>
<context>
    <name>pennypost::RecipientField</name>
    <message>
        <source>What is wrong in %1</source>
        <translation>ما الخطأ في %1</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>an entry of an address field, what is wrong with it</comment>
        <translation>«%1»: %2</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <comment>further wrong addresses</comment>
        <translation>
            <numerusform>ولا شيء غير ذلك.</numerusform>
            <numerusform>وواحد آخر.</numerusform>
            <numerusform>واثنان آخران.</numerusform>
            <numerusform>و%n أخرى.</numerusform>
            <numerusform>و%n أخرى.</numerusform>
            <numerusform>و%n أخرى.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused this address: %1</source>
        <translation>رفض الخادم هذا العنوان: %1</translation>
    </message>
</context>
<context>
    <name>pennypost::RecipientSuggestions</name>
    <message>
        <source>Known recipients</source>
        <translation>مستلمون معروفون</translation>
    </message>
    <message>
        <source>Delete forgets this address</source>
        <translation>مفتاح الحذف ينسى هذا العنوان</translation>
    </message>
</context>
<context>
    <name>pennypost::ReuseText</name>
    <message>
        <source>The original letter:</source>
        <translation>الرسالة الأصلية:</translation>
    </message>
    <message>
        <source>%1 wrote:</source>
        <translation>كتب %1:</translation>
    </message>
    <message>
        <source>On %1 at %2, %3 wrote:</source>
        <extracomment>of a quoted letter: %1 is a date, %2 a time, %3 who wrote it</extracomment>
        <translation>في %1 الساعة %2 كتب %3:</translation>
    </message>
    <message>
        <source>Forwarded letter</source>
        <translation>رسالة معاد توجيهها</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>من: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>التاريخ: %1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>الموضوع: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>إلى: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>نسخة: %1</translation>
    </message>
    <message>
        <source>The letter cannot be opened</source>
        <translation>لا يمكن فتح الرسالة</translation>
    </message>
    <message>
        <source>Its file cannot be read. See whether it is still there and whether you may read it.</source>
        <translation>لا يمكن قراءة ملفها. تحقق مما إذا كان لا يزال موجودًا وما إذا كان مسموحًا لك بقراءته.</translation>
    </message>
    <message>
        <source>This file is no letter</source>
        <translation>هذا الملف ليس رسالة</translation>
    </message>
    <message>
        <source>It does not begin as a letter does. Open a file that a mail program saved, mostly with a name that ends in .eml.</source>
        <translation>لا يبدأ كما تبدأ الرسائل. افتح ملفًا حفظه برنامج بريد، وينتهي اسمه غالبًا بـ .eml.</translation>
    </message>
    <message>
        <source>The letter&apos;s attachments find no place</source>
        <translation>لا مكان لمرفقات الرسالة</translation>
    </message>
    <message>
        <source>It wanted a file of yours attached: only you attach files.</source>
        <translation>أراد إرفاق أحد ملفاتك: أنت وحدك من يرفق الملفات.</translation>
    </message>
    <message>
        <source>Not an address: %1.</source>
        <translation>ليس عنوانًا: %1.</translation>
    </message>
    <message>
        <source>Tried to smuggle in lines of its own: %1.</source>
        <translation>حاول تهريب أسطر خاصة به: %1.</translation>
    </message>
    <message>
        <source>Not for a link to set: %1.</source>
        <translation>لا يحق لرابط أن يحدده: %1.</translation>
    </message>
    <message>
        <source>Not readable: %1.</source>
        <translation>غير مقروء: %1.</translation>
    </message>
    <message>
        <source>Names no letter: %1.</source>
        <translation>لا يسمي رسالة: %1.</translation>
    </message>
    <message>
        <source>Not all that the link asks for is in this letter</source>
        <translation>ليس كل ما يطلبه الرابط في هذه الرسالة</translation>
    </message>
</context>
<context>
    <name>pennypost::SaveLetterDialog</name>
    <message>
        <source>Save the letter</source>
        <translation>احفظ الرسالة</translation>
    </message>
    <message>
        <source>Letters (*.eml)</source>
        <translation>رسائل (*.eml)</translation>
    </message>
</context>
<context>
    <name>pennypost::SendFlow</name>
    <message>
        <source>Waiting for the attachments, then sending</source>
        <translation>انتظار المرفقات، ثم الإرسال</translation>
    </message>
    <message>
        <source>&amp;Set up an account…</source>
        <translation>أ&amp;عد حسابًا…</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;حاول مرة أخرى</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>الموض&amp;وع</translation>
    </message>
    <message>
        <source>S&amp;end with this subject</source>
        <translation>أ&amp;رسل بهذا الموضوع</translation>
    </message>
    <message>
        <source>Send &amp;without subject</source>
        <translation>أرسل &amp;بلا موضوع</translation>
    </message>
    <message>
        <source>&amp;Send anyway</source>
        <translation>أ&amp;رسل مع ذلك</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what is happening, at which server</comment>
        <translation>‏%1 · %2</translation>
    </message>
    <message>
        <source>The whole letter is with the server and can&apos;t be called back. Waiting for the confirmation.</source>
        <translation>الرسالة كلها عند الخادم ولا يمكن استرجاعها. ينتظر التأكيد.</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>جارٍ الإلغاء</translation>
    </message>
    <message>
        <source>The letter was sent, but its receipt could not be kept</source>
        <translation>أُرسلت الرسالة، لكن تعذر حفظ إيصالها</translation>
    </message>
    <message>
        <source>The server took it: don&apos;t send it again. It will be missing in the Sent list.</source>
        <translation>تسلّمها الخادم: لا ترسلها مرة أخرى. ستنقص في قائمة المرسلة.</translation>
    </message>
    <message>
        <source>&amp;Close the letter</source>
        <translation>أ&amp;غلق الرسالة</translation>
    </message>
    <message>
        <source>Trust exactly this certificate?</source>
        <translation>أتثق بهذه الشهادة وحدها؟</translation>
    </message>
    <message>
        <source>Only do so if whoever runs the server told you this fingerprint. It counts for this server and port alone.</source>
        <translation>لا تفعل ذلك إلا إذا أخبرك من يدير الخادم بهذه البصمة. وهي تسري على هذا الخادم والمنفذ فقط.</translation>
    </message>
    <message>
        <source>&amp;Trust it and send</source>
        <translation>&amp;ثق بها وأرسل</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t trust it</source>
        <translation>&amp;لا تثق بها</translation>
    </message>
    <message>
        <source>The keyring&apos;s words</source>
        <translation>ما تقوله حلقة المفاتيح</translation>
    </message>
    <message>
        <source>Enter the &amp;password for this session</source>
        <translation>أدخل &amp;كلمة المرور لهذه الجلسة</translation>
    </message>
    <message>
        <source>Acc&amp;ounts…</source>
        <translation>ال&amp;حسابات…</translation>
    </message>
    <message>
        <source>The password of %1 at %2</source>
        <comment>user name, server</comment>
        <translation>كلمة مرور %1 لدى %2</translation>
    </message>
    <message>
        <source>Pennypost keeps it in memory until it ends, and nowhere else.</source>
        <translation>يحتفظ بها Pennypost في الذاكرة إلى أن ينتهي، ولا مكان سواها.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;كلمة المرور</translation>
    </message>
    <message>
        <source>Send &amp;with this password</source>
        <translation>أ&amp;رسل بكلمة المرور هذه</translation>
    </message>
    <message>
        <source>The account “%1” is no longer there</source>
        <translation>لم يعد الحساب «%1» موجودًا</translation>
    </message>
    <message>
        <source>This letter would now go out from %1.</source>
        <translation>ستخرج هذه الرسالة الآن من %1.</translation>
    </message>
    <message>
        <source>&amp;Use this sender</source>
        <translation>ا&amp;ستخدم هذا المرسل</translation>
    </message>
    <message>
        <source>C&amp;hoose another</source>
        <translation>&amp;اختر غيره</translation>
    </message>
    <message>
        <source>There is no other one to send this letter from.</source>
        <translation>لا يوجد حساب آخر تُرسل منه هذه الرسالة.</translation>
    </message>
    <message>
        <source>&amp;Send from this address</source>
        <translation>أ&amp;رسل من هذا العنوان</translation>
    </message>
    <message>
        <source>Pennypost ends as soon as this letter is out.</source>
        <translation>ينتهي Pennypost حالما تخرج هذه الرسالة.</translation>
    </message>
    <message>
        <source>That was about another account or server</source>
        <translation>كان ذلك عن حساب أو خادم آخر</translation>
    </message>
    <message>
        <source>Nothing has been changed, and nothing sent. The letter would now go out from %1 through %2.</source>
        <translation>لم يُغيَّر شيء ولم يُرسل شيء. ستخرج الرسالة الآن من %1 عبر %2.</translation>
    </message>
    <message>
        <source>The letter that arrived is in the Sent list now</source>
        <translation>الرسالة التي وصلت موجودة الآن في قائمة المرسلة</translation>
    </message>
    <message>
        <source>This was decided in the main window: the letter arrived</source>
        <translation>تقرر هذا في النافذة الرئيسية: وصلت الرسالة</translation>
    </message>
    <message>
        <source>What you have changed since then is still here, and has not been sent.</source>
        <translation>ما غيّرته منذ ذلك الحين ما زال هنا ولم يُرسل.</translation>
    </message>
    <message>
        <source>&amp;Never ask for a missing subject again</source>
        <translation>لا تسأل عن الموضوع النا&amp;قص بعد اليوم</translation>
    </message>
    <message>
        <source>The letter has not been sent yet: it would go out from %1.</source>
        <translation>لم تُرسل الرسالة بعد: ستخرج من %1.</translation>
    </message>
</context>
<context>
    <name>pennypost::SendQuestion</name>
    <message>
        <source>The letter has neither a subject nor a text</source>
        <translation>الرسالة بلا موضوع وبلا نص</translation>
    </message>
    <message>
        <source>There is no attachment either, and without a subject it is easily overlooked or taken for spam. Send it all the same?</source>
        <translation>ولا مرفق فيها أيضًا، ومن دون موضوع يسهل أن تُغفل أو تُعد بريدًا مزعجًا. أترسلها مع ذلك؟</translation>
    </message>
</context>
<context>
    <name>pennypost::SendStateBar</name>
    <message>
        <source>State of the letter</source>
        <translation>حالة الرسالة</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>أغلق هذا الإخطار</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>&amp;إلغاء</translation>
    </message>
    <message>
        <source>How much has been sent</source>
        <translation>مقدار ما أُرسل</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>إلغاء الإرسال</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>%1 of %2 as sent · %3 %</source>
        <comment>sent bytes, all bytes as encoded, percent</comment>
        <translation>%1 من %2 عند الإرسال · %3٪</translation>
    </message>
</context>
<context>
    <name>pennypost::ServerSettingsForm</name>
    <message>
        <source>S&amp;erver</source>
        <translation>ال&amp;خادم</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;اسم المستخدم</translation>
    </message>
    <message>
        <source>none: the server asks for no sign-in</source>
        <translation>بلا اسم: لا يطلب الخادم تسجيل الدخول</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Sign-in &amp;method</source>
        <translation>&amp;طريقة تسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;Forget this certificate</source>
        <translation>انسَ &amp;هذه الشهادة</translation>
    </message>
    <message>
        <source>TLS from the start (usual on port 465)</source>
        <translation>‏TLS من البداية (المعتاد على المنفذ 465)</translation>
    </message>
    <message>
        <source>STARTTLS (usual on port 587)</source>
        <translation>‏STARTTLS (المعتاد على المنفذ 587)</translation>
    </message>
    <message>
        <source>No encryption</source>
        <translation>بلا تعمية</translation>
    </message>
    <message>
        <source>En&amp;cryption</source>
        <translation>ا&amp;لتعمية</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>الم&amp;نفذ</translation>
    </message>
    <message>
        <source>Without encryption, everyone on the way can read and change your letters. A password is never sent that way, so this only suits a server that asks for none.</source>
        <translation>بلا تعمية يستطيع كل من على الطريق قراءة رسائلك وتغييرها. لا تُرسل كلمة مرور هكذا أبدًا، فلا يناسب هذا إلا خادمًا لا يطلبها.</translation>
    </message>
    <message>
        <source>Sen&amp;d without encryption all the same</source>
        <translation>أرسل بلا تعمية &amp;مع ذلك</translation>
    </message>
    <message>
        <source>For this server and port, only the certificate with this SHA-256 fingerprint is trusted:
%1</source>
        <translation>لهذا الخادم والمنفذ، لا يوثق إلا بالشهادة ذات بصمة SHA-256 هذه:
%1</translation>
    </message>
    <message>
        <source>Tick the box above to go on without encryption, or choose TLS.</source>
        <translation>ضع علامة في المربع أعلاه للمتابعة بلا تعمية، أو اختر TLS.</translation>
    </message>
    <message>
        <source>Forget these author&amp;ities</source>
        <translation>انسَ سلطات الت&amp;صديق هذه</translation>
    </message>
    <message>
        <source>For this server, the authorities in this file are trusted as well:
%1</source>
        <translation>لهذا الخادم يوثق كذلك بسلطات التصديق في هذا الملف:
%1</translation>
    </message>
    <message>
        <source>Mo&amp;re: certificate and proxy</source>
        <translation>الم&amp;زيد: الشهادة والوكيل</translation>
    </message>
    <message>
        <source>no proxy</source>
        <translation>بلا وكيل</translation>
    </message>
</context>
<context>
    <name>pennypost::ServerTest</name>
    <message>
        <source>%1: %2</source>
        <translation>‏%1: %2</translation>
    </message>
</context>
<context>
    <name>pennypost::ServerTestView</name>
    <message>
        <source>Still to come: %1</source>
        <translation>لم يأت بعد: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>الآن: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>تم: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>فشل: %1</translation>
    </message>
</context>
<context>
    <name>pennypost::SessionPassword</name>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;كلمة المرور</translation>
    </message>
    <message>
        <source>It is kept in memory until Pennypost ends, and nowhere else.</source>
        <translation>تبقى في الذاكرة إلى أن ينتهي Pennypost، ولا مكان سواها.</translation>
    </message>
    <message>
        <source>Test &amp;with this password</source>
        <translation>اختبر &amp;بكلمة المرور هذه</translation>
    </message>
    <message>
        <source>&amp;Password of %1</source>
        <translation>&amp;كلمة مرور %1</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>كلمة مرور %1</translation>
    </message>
</context>
<context>
    <name>pennypost::ShortcutsDialog</name>
    <message>
        <source>No shortcut is called like that.</source>
        <translation>لا يوجد اختصار بهذا الاسم.</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;بلا مفتاح</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>المفتاح ال&amp;معتاد</translation>
    </message>
    <message>
        <source>Usual keys for &amp;all</source>
        <translation>المفاتيح المعتادة &amp;للكل</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>This could not be stored. It holds until Pennypost ends.</source>
        <translation>تعذر حفظ هذا. يسري حتى إغلاق Pennypost.</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>ابح&amp;ث</translation>
    </message>
    <message>
        <source>What it does, or the key</source>
        <translation>ما يفعله، أو المفتاح</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Usually without a key</source>
        <translation>المعتاد بلا مفتاح</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <comment>keys</comment>
        <translation>المعتاد %1</translation>
    </message>
    <message>
        <source>Press the &amp;key for “%1”</source>
        <translation>اضغط م&amp;فتاح «%1»</translation>
    </message>
    <message>
        <source>This key always stays what it is.</source>
        <translation>يبقى هذا المفتاح كما هو دائمًا.</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>اختر إجراءً لتعطيه مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>%1 is needed for writing. Take it together with others, such as %2, or a function key.</source>
        <translation>%1 مطلوب للكتابة. خذه مع مفاتيح أخرى مثل %2، أو خذ مفتاح وظيفة.</translation>
    </message>
    <message>
        <source>%1 edits text in every field. Take another key.</source>
        <translation>%1 يحرر النص في كل حقل. خذ مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>%1 moves about in every window. Take another key.</source>
        <translation>%1 للتنقل في كل نافذة. خذ مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>“%1” has no key now.</source>
        <translation>ليس لـ«%1» مفتاح الآن.</translation>
    </message>
    <message>
        <source>“%1” is %2 now.</source>
        <comment>an action; a key</comment>
        <translation>أصبح مفتاح «%1» هو %2.</translation>
    </message>
    <message>
        <source>It was taken from “%1”.</source>
        <comment>a key from an action</comment>
        <translation>وقد أُخذ من «%1».</translation>
    </message>
    <message>
        <source>All keys are the usual ones now.</source>
        <translation>كل المفاتيح الآن هي المعتادة.</translation>
    </message>
</context>
<context>
    <name>pennypost::Strip</name>
    <message>
        <source>The server&apos;s words</source>
        <translation>كلمات الخادم</translation>
    </message>
    <message>
        <source>The system&apos;s words</source>
        <translation>ما يقوله النظام</translation>
    </message>
</context>
<context>
    <name>pennypost::TestPage</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;أوقف</translation>
    </message>
    <message>
        <source>Test a&amp;gain</source>
        <translation>اختبر من &amp;جديد</translation>
    </message>
    <message>
        <source>Testing the account</source>
        <translation>اختبار الحساب</translation>
    </message>
    <message>
        <source>The test was stopped</source>
        <translation>أُوقف الاختبار</translation>
    </message>
    <message>
        <source>That did not work yet</source>
        <translation>لم ينجح ذلك بعد</translation>
    </message>
    <message>
        <source>Tested, but not stored yet</source>
        <translation>اختُبر ولم يُحفظ بعد</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>إنه يعمل</translation>
    </message>
    <message>
        <source>Storing the account</source>
        <translation>حفظ الحساب</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>إ&amp;نهاء</translation>
    </message>
    <message>
        <source>Finish stores the account.</source>
        <translation>يحفظ «إنهاء» الحساب.</translation>
    </message>
    <message>
        <source>If your keychain is locked, it now asks for its own password.</source>
        <translation>إن كانت حلقة مفاتيحك مقفلة فهي تسأل الآن عن كلمة مرورها.</translation>
    </message>
    <message>
        <source>Get the password from your keychain</source>
        <translation>اجلب كلمة المرور من حلقة مفاتيحك</translation>
    </message>
    <message>
        <source>Store &amp;without testing</source>
        <translation>خزّن &amp;دون اختبار</translation>
    </message>
    <message>
        <source>Not stored yet</source>
        <translation>لم يُخزَّن بعد</translation>
    </message>
    <message>
        <source>You may store the account as it is (%1), for instance while you are offline. Until the settings are right, sending may fail; a letter that can&apos;t go out stays with you.</source>
        <translation>يمكنك تخزين الحساب كما هو (%1)، مثلًا وأنت غير متصل. وإلى أن تصح الإعدادات قد يفشل الإرسال؛ والرسالة التي لا تخرج تبقى عندك.</translation>
    </message>
    <message>
        <source>Finish stores the account, and asks your keychain to keep the password.</source>
        <translation>يحفظ «إنهاء» الحساب ويطلب من حلقة المفاتيح أن تحفظ كلمة المرور.</translation>
    </message>
</context>
<context>
    <name>pennypost::UndecidedLetter</name>
    <message>
        <source>&amp;It arrived</source>
        <translation>لقد و&amp;صلت</translation>
    </message>
    <message>
        <source>Send a&amp;gain</source>
        <translation>أرسل من &amp;جديد</translation>
    </message>
    <message>
        <source>This was decided in the main window: the letter is a draft again</source>
        <translation>تقرر هذا في النافذة الرئيسية: عادت الرسالة مسودة</translation>
    </message>
    <message>
        <source>It has not been sent again.</source>
        <translation>لم تُرسل من جديد.</translation>
    </message>
    <message>
        <source>It did &amp;not arrive</source>
        <translation>لم &amp;تصل</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>ر&amp;جوع</translation>
    </message>
</context>
</TS>
