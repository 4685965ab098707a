// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/KeyChoice.h"

#include <algorithm>
#include <array>

namespace pennypost {

namespace {

using K = QKeySequence;

constexpr std::array editing = {
    K::Copy,
    K::Cut,
    K::Paste,
    K::Undo,
    K::Redo,
    K::SelectAll,
    K::Delete,
    K::DeleteStartOfWord,
    K::DeleteEndOfWord,
    K::MoveToNextChar,
    K::MoveToPreviousChar,
    K::MoveToNextWord,
    K::MoveToPreviousWord,
    K::MoveToNextLine,
    K::MoveToPreviousLine,
    K::MoveToStartOfLine,
    K::MoveToEndOfLine,
    K::MoveToStartOfBlock,
    K::MoveToEndOfBlock,
    K::MoveToStartOfDocument,
    K::MoveToEndOfDocument,
    K::SelectNextChar,
    K::SelectPreviousChar,
    K::SelectNextWord,
    K::SelectPreviousWord,
    K::SelectNextLine,
    K::SelectPreviousLine,
    K::SelectStartOfLine,
    K::SelectEndOfLine,
    K::SelectStartOfBlock,
    K::SelectEndOfBlock,
    K::SelectStartOfDocument,
    K::SelectEndOfDocument,
};

bool edits(const QKeySequence &key)
{
    return std::any_of(editing.begin(), editing.end(),
                       [&](K::StandardKey standard) { return K::keyBindings(standard).contains(key); });
}

bool isPrintable(Qt::Key key)
{
    return key < Qt::Key_Escape; // Qt's numbers: characters are below, keys that type nothing above
}

bool isFunctionKey(Qt::Key key)
{
    // F1 to F35, and what a keyboard has besides: Back, Send, Mail. In between are AltGr and the keys of
    // input methods.
    return (key >= Qt::Key_F1 && key <= Qt::Key_F35) || (key >= Qt::Key_Back && key < Qt::Key_AltGr) ||
           (key > Qt::Key_MediaLast && key != Qt::Key_unknown);
}

/// Ctrl with Alt is AltGr on Windows, and the desktop's own elsewhere; on a Mac, where it is Command with
/// Option, it types nothing.
bool mayType(Qt::KeyboardModifiers modifiers)
{
#ifdef Q_OS_MACOS
    return !(modifiers & (Qt::ControlModifier | Qt::MetaModifier));
#else
    const bool commands = modifiers & (Qt::ControlModifier | Qt::MetaModifier);
    return !commands || (modifiers & Qt::ControlModifier && modifiers & Qt::AltModifier);
#endif
}

} // namespace

KeyChoice choiceOf(const QKeySequence &key)
{
    const Qt::Key bare = key[0].key();
    const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers();
    if (edits(key))
        return KeyChoice::EditsText;
    if (isPrintable(bare))
        return mayType(modifiers) ? KeyChoice::TypesText : KeyChoice::Usable;
    const bool commands = modifiers & (Qt::ControlModifier | Qt::MetaModifier);
    return commands || isFunctionKey(bare) ? KeyChoice::Usable : KeyChoice::Navigates;
}

Keys withTwins(const QKeySequence &key)
{
    const auto with = [&](Qt::Key twin) {
        return Keys{key, QKeySequence(QKeyCombination(key[0].keyboardModifiers(), twin))};
    };
    if (key[0].key() == Qt::Key_Return)
        return with(Qt::Key_Enter);
    if (key[0].key() == Qt::Key_Enter)
        return with(Qt::Key_Return);
    return {key};
}

} // namespace pennypost
