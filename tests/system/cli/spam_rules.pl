#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
# The names of SpamAssassin's rules that each letter hits, by its own rules and nothing from the network:
#   spam_rules.pl HOME FILE...      prints "FILE RULE RULE..." for each
use strict;
use warnings;
use Mail::SpamAssassin;

my $home = shift;
my $assassin = Mail::SpamAssassin->new({
    local_tests_only => 1,
    dont_copy_prefs => 1,
    userprefs_filename => '/dev/null',
    rules_filename => '/usr/share/spamassassin',
    site_rules_filename => '/etc/spamassassin',
    userstate_dir => $home,
    home_dir_for_helpers => $home,
});
for my $file (@ARGV) {
    open my $in, '<:raw', $file or die "$file: $!";
    my @lines = <$in>;
    my $letter = $assassin->parse(\@lines);
    my $status = $assassin->check($letter);
    print join(' ', $file, split(/,/, $status->get_names_of_tests_hit())), "\n";
    $status->finish;
    $letter->finish;
}
