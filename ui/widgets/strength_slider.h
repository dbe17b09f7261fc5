#pragma once

#include <QSlider>
#include <QWidget>

namespace fettle::ui {

class Label;

// How strongly an adapter acts: 0 to 2, it rests at 0 (base) and 1 (trained).
class StrengthSlider : public QWidget {
    Q_OBJECT
public:
    explicit StrengthSlider(QWidget* parent = nullptr);
    void setStrength(double strength); // without strengthChanged()
    [[nodiscard]] double strength() const;
    void setSteps(bool onlyZeroAndOne); // adapters that know nothing between

Q_SIGNALS:
    void strengthChanged(double strength); // by the user

private:
    class Track;
    Track* m_track;
    Label* m_value;
};

} // namespace fettle::ui
