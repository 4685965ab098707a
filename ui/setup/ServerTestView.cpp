// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ServerTestView.h"

#include "ui/common/Bidi.h"
#include "ui/common/Glyph.h"
#include "ui/common/Tones.h"
#include "ui/setup/Measures.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pennypost {

namespace {

QPixmap markOf(TestStep::State state, const QWidget &view, int side)
{
    const QPalette &palette = view.palette();
    const auto mark = [&](const QString &name, const QColor &color) {
        return glyph(name, color, side, view.devicePixelRatioF());
    };
    switch (state) {
    case TestStep::State::Waiting:
        break;
    case TestStep::State::Running:
        return mark(QStringLiteral("progress"), palette.color(QPalette::WindowText));
    case TestStep::State::Done:
        return mark(QStringLiteral("check-circle"), Tones::success(palette));
    case TestStep::State::Failed:
        return mark(QStringLiteral("cross"), Tones::problem(palette));
    }
    return {};
}

} // namespace

ServerTestView::ServerTestView(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Gap);
}

void ServerTestView::setSteps(const QList<TestStep> &steps)
{
    while (m_rows.size() < steps.size())
        m_rows.append(makeRow());
    for (qsizetype index = 0; index < m_rows.size(); ++index) {
        const Row &row = m_rows.at(index);
        row.widget->setVisible(index < steps.size());
        if (index < steps.size() && (index >= m_steps.size() || m_steps.at(index) != steps.at(index)))
            showStep(row, steps.at(index));
    }
    m_steps = steps;
}

ServerTestView::Row ServerTestView::makeRow()
{
    Row row{new QWidget(this), nullptr, nullptr};
    row.mark = new QLabel(row.widget);
    row.text = new QLabel(row.widget);
    row.text->setObjectName(QStringLiteral("step"));
    row.text->setWordWrap(true);
    row.text->setTextFormat(Qt::PlainText); // it holds what a server called itself
    auto *layout = new QHBoxLayout(row.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Gap);
    layout->addWidget(row.mark, 0, Qt::AlignTop);
    layout->addWidget(row.text, 1);
    this->layout()->addWidget(row.widget);
    return row;
}

void ServerTestView::showStep(const Row &row, const TestStep &step)
{
    const int side = row.text->fontMetrics().height();
    row.mark->setFixedSize(side, side);
    row.mark->setPixmap(markOf(step.state, *this, side));
    row.text->setText(Bidi::lines(step.text));
    QPalette tone = palette();
    if (step.state == TestStep::State::Waiting)
        tone.setColor(QPalette::WindowText, Tones::muted(tone));
    row.text->setPalette(tone);
    QString spoken;
    switch (step.state) {
    case TestStep::State::Waiting:
        spoken = tr("Still to come: %1");
        break;
    case TestStep::State::Running:
        spoken = tr("Now: %1");
        break;
    case TestStep::State::Done:
        spoken = tr("Done: %1");
        break;
    case TestStep::State::Failed:
        spoken = tr("Failed: %1");
        break;
    }
    row.text->setAccessibleName(spoken.arg(step.text));
    QAccessibleEvent event(row.text, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void ServerTestView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        for (qsizetype index = 0; index < m_steps.size(); ++index)
            showStep(m_rows.at(index), m_steps.at(index));
    }
}

} // namespace pennypost
