// What the outside world gives: time, randomness, new ids. Passed in, so that scenarios run on a fixed date.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>

namespace service {

using Moment = std::chrono::sys_seconds;     // UTC
using Date = std::chrono::year_month_day;    // Amsterdam civil date

class Clock {
  public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0;
};

class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;
};

class NewId {
  public:
    virtual ~NewId() = default;
    virtual std::string make() = 0;  // 26 letters and digits, never used before
};

// References to what `main` (or a test) owns; they outlive everything that is given an Environment.
struct Environment {
    Clock& clock;
    Random& random;
    NewId& newId;
};

class SystemClock : public Clock {
  public:
    Moment now() const override;
};

class SodiumRandom : public Random {
  public:
    SodiumRandom();
    void fill(std::span<unsigned char> bytes) override;
};

class RandomId : public NewId {
  public:
    explicit RandomId(Random& random) : random_(random) {}
    std::string make() override;

  private:
    Random& random_;
};

// Runs like the real one, but from another moment. For demonstrations and for tests of the whole program.
class ShiftedClock : public Clock {
  public:
    explicit ShiftedClock(Moment startsAt);
    Moment now() const override;

  private:
    std::chrono::seconds shift_;
};

// Stands still until moved. For tests and for scenarios on a fixed date.
class FixedClock : public Clock {
  public:
    explicit FixedClock(Moment now) : now_(now) {}
    Moment now() const override;
    void moveTo(Moment now);
    void advance(std::chrono::seconds by);

  private:
    mutable std::mutex mutex_;
    Moment now_;
};

// "id-000001", "id-000002", … For tests only.
class CountingId : public NewId {
  public:
    std::string make() override;

  private:
    std::mutex mutex_;
    std::size_t count_ = 0;
};

// The three real ones together.
class RealEnvironment {
  public:
    // startsAt: the clock runs from that moment instead of from now.
    explicit RealEnvironment(std::optional<Moment> startsAt = std::nullopt)
        : clock_(startsAt ? std::unique_ptr<Clock>(std::make_unique<ShiftedClock>(*startsAt)) : std::make_unique<SystemClock>()) {}
    operator Environment() { return {*clock_, random_, newId_}; }

  private:
    std::unique_ptr<Clock> clock_;
    SodiumRandom random_;
    RandomId newId_{random_};
};

Date amsterdamDay(Moment moment);        // the day in Amsterdam at that moment (EU summer time since 1996)
std::chrono::local_seconds amsterdamTime(Moment moment);  // wall clock in Amsterdam
std::string toIso(Moment moment);        // 2026-03-02T09:15:00Z
Moment momentFromIso(const std::string& text);  // throws std::invalid_argument

}  // namespace service
