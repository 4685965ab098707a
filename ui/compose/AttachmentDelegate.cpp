// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/AttachmentDelegate.h"

#include "ui/common/Bidi.h"
#include "ui/common/Glyph.h"
#include "ui/common/SizeText.h"
#include "ui/common/Tones.h"
#include "ui/compose/AttachmentModel.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTimer>

#include <algorithm>

namespace pennypost {

namespace {

constexpr int padding = 8;
constexpr int iconSize = 20;
constexpr int crossSize = 16;
constexpr int narrowest = 120;
constexpr int widest = 280;

AttachmentModel::State stateOf(const QModelIndex &index)
{
    return AttachmentModel::State(index.data(AttachmentModel::StateRole).toInt());
}

QFont detailFont(const QFont &font)
{
    QFont small = font;
    if (small.pointSizeF() > 0)
        small.setPointSizeF(std::max(8.0, small.pointSizeF() - 1));
    return small;
}

/// By the name's type, as a person tells files apart.
QString iconFor(const QString &fileName)
{
    static const QHash<QString, QStringList> kinds{
        {QStringLiteral("image"),
         {u"png"_qs, u"jpg"_qs, u"jpeg"_qs, u"gif"_qs, u"webp"_qs, u"svg"_qs, u"heic"_qs, u"bmp"_qs,
          u"tif"_qs, u"tiff"_qs}},
        {QStringLiteral("audio"), {u"mp3"_qs, u"ogg"_qs, u"flac"_qs, u"wav"_qs, u"m4a"_qs, u"opus"_qs}},
        {QStringLiteral("video"), {u"mp4"_qs, u"mkv"_qs, u"mov"_qs, u"webm"_qs, u"avi"_qs}},
        {QStringLiteral("archive"),
         {u"zip"_qs, u"gz"_qs, u"xz"_qs, u"zst"_qs, u"7z"_qs, u"tar"_qs, u"rar"_qs, u"bz2"_qs, u"tgz"_qs}},
        {QStringLiteral("spreadsheet"), {u"xlsx"_qs, u"xls"_qs, u"ods"_qs, u"csv"_qs}},
        {QStringLiteral("document"),
         {u"pdf"_qs, u"doc"_qs, u"docx"_qs, u"odt"_qs, u"rtf"_qs, u"txt"_qs, u"md"_qs, u"html"_qs, u"pptx"_qs,
          u"odp"_qs}},
        {QStringLiteral("letter"), {u"eml"_qs, u"msg"_qs}},
    };
    const QString suffix = fileName.section(u'.', -1).toLower();
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
        if (fileName.contains(u'.') && kind.value().contains(suffix))
            return kind.key();
    }
    return QStringLiteral("file");
}

} // namespace

QString AttachmentDelegate::detailOf(const QModelIndex &index) const
{
    const qint64 octets = index.data(AttachmentModel::SizeRole).toLongLong();
    QString size = sizeText(octets);
    switch (stateOf(index)) {
    case AttachmentModel::State::Ready:
        return octets > 0 ? size : tr("Empty: 0 bytes");
    case AttachmentModel::State::Capturing: {
        const int percent = int(index.data(AttachmentModel::ProgressRole).toDouble() * 100);
        return octets > 0 ? tr("%1 % of %2", "attaching: percent, size").arg(percent).arg(size)
                          : tr("Attaching");
    }
    case AttachmentModel::State::Failed:
        return index.data(AttachmentModel::ReasonRole).toString();
    }
    return {};
}

AttachmentDelegate::Places AttachmentDelegate::placesIn(const QStyleOptionViewItem &option) const
{
    Places places;
    places.tile = option.rect.adjusted(0, 0, -1, -1);
    const QRect inner = places.tile.adjusted(padding, 0, -padding, 0);
    const int middle = inner.center().y();
    places.icon = QRect(inner.left(), middle - iconSize / 2, iconSize, iconSize);
    places.cross = QRect(inner.right() - crossSize + 1, middle - crossSize / 2, crossSize, crossSize);
    const int left = places.icon.right() + 1 + padding;
    const int width = places.cross.left() - padding - left;
    const int nameHeight = QFontMetrics(option.font).lineSpacing();
    const int detailHeight = QFontMetrics(detailFont(option.font)).lineSpacing();
    const int top = middle - (nameHeight + detailHeight) / 2;
    places.name = QRect(left, top, width, nameHeight);
    places.detail = QRect(left, top + nameHeight, width, detailHeight);
    for (QRect *each : {&places.icon, &places.name, &places.detail, &places.cross})
        *each = QStyle::visualRect(option.direction, places.tile, *each);
    return places;
}

QSize AttachmentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics name(option.font);
    const QFontMetrics detail(detailFont(option.font));
    const int text =
        std::max(name.horizontalAdvance(index.data().toString()), detail.horizontalAdvance(detailOf(index)));
    const int width = text + iconSize + crossSize + 4 * padding + 2;
    const int least = stateOf(index) == AttachmentModel::State::Capturing ? 190 : narrowest;
    return {std::clamp(width, least, widest), name.lineSpacing() + detail.lineSpacing() + 12};
}

void AttachmentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const Places places = placesIn(option);
    const bool failed = stateOf(index) == AttachmentModel::State::Failed;
    const bool empty = stateOf(index) == AttachmentModel::State::Ready &&
                       index.data(AttachmentModel::SizeRole).toLongLong() == 0;
    const bool focused = option.state & QStyle::State_HasFocus;
    const bool chosen = option.state & QStyle::State_Selected;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF edge = QRectF(places.tile).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor fill = failed ? Tones::problemFill(palette) : Tones::raised(palette);
    if (option.state & QStyle::State_MouseOver)
        fill = Tones::mixed(fill, palette.color(QPalette::Text), 0.05);
    if (chosen)
        fill = Tones::mixed(fill, Tones::focus(palette), 0.18);
    QColor line = failed ? Tones::problem(palette) : Tones::hairline(palette);
    if (focused)
        line = Tones::focus(palette);
    painter->setPen(QPen(line, focused ? 2 : 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(edge, 5, 5);

    if (stateOf(index) == AttachmentModel::State::Capturing) {
        QPainterPath clip;
        clip.addRoundedRect(edge, 5, 5);
        painter->setClipPath(clip);
        QRectF bar(edge.left(), edge.bottom() - 3,
                   edge.width() * index.data(AttachmentModel::ProgressRole).toDouble(), 3);
        if (option.direction == Qt::RightToLeft)
            bar.moveRight(edge.right());
        painter->fillRect(bar, Tones::focus(palette));
        painter->setClipping(false);
    }

    const qreal ratio = painter->device()->devicePixelRatioF();
    const auto draw = [&](const QString &name, const QColor &color, const QRect &place) {
        painter->drawPixmap(place, glyph(name, color, place.width(), ratio));
    };
    if (failed || empty)
        draw(QStringLiteral("warning"), Tones::problem(palette), places.icon);
    else
        draw(iconFor(index.data().toString()), palette.color(QPalette::Text), places.icon);
    const int align = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter;
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(places.name, align | Qt::TextSingleLine,
                      Bidi::value(painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle,
                                                                    places.name.width())));
    painter->setFont(detailFont(option.font));
    painter->setPen(failed || empty ? Tones::problem(palette) : Tones::muted(palette));
    painter->drawText(places.detail, align | Qt::TextSingleLine,
                      Bidi::value(painter->fontMetrics().elidedText(detailOf(index), Qt::ElideRight,
                                                                    places.detail.width())));
    draw(QStringLiteral("close"), Tones::muted(palette), places.cross);
    painter->restore();
}

bool AttachmentDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                     const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool released = event->type() == QEvent::MouseButtonRelease;
    if (released || event->type() == QEvent::MouseButtonDblClick) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QRect target = placesIn(option).cross.adjusted(-6, -6, 6, 6);
        const bool onCross = target.contains(mouse->position().toPoint());
        if (mouse->button() == Qt::LeftButton && released == onCross) {
            // Two quick clicks on crosses remove twice, and never open what moved up in between.
            if (released)
                Q_EMIT removeRequested(index);
            else
                Q_EMIT openRequested(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

void AttachmentDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                              const QModelIndex &) const
{
    editor->setGeometry(placesIn(option).tile);
}

void AttachmentDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    QStyledItemDelegate::setEditorData(editor, index);
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (!line)
        return;
    line->setAccessibleName(tr("File name"));
    const qsizetype dot = line->text().lastIndexOf(u'.');
    // The view selects all once the editor is open; the extension is to stay unless it is edited on purpose.
    if (dot > 0)
        QTimer::singleShot(0, line, [line, dot] { line->setSelection(0, int(dot)); });
}

} // namespace pennypost
