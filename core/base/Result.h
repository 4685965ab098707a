// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace pennypost {

/// The failure half of a Result, so that `return Failure{error};` says what it does.
template<class E>
struct Failure
{
    E error;
};
template<class E>
Failure(E) -> Failure<E>;

/// A value, or the reason why there is none: std::expected's shape for a compiler that has none (g++ 12 in
/// C++20). Used by every room of the core; values only, so it crosses threads like its parts do. Exceptions
/// are not used.
///
///     Result<Reply, ReplyError> parse(QByteArrayView line);
///     if (auto reply = parse(line)) use(*reply); else report(reply.error());
template<class T, class E>
class [[nodiscard]] Result
{
public:
    using value_type = T;
    using error_type = E;

    template<class U = T>
        requires std::is_constructible_v<T, U &&> && (!std::is_same_v<std::remove_cvref_t<U>, Result>)
    Result(U &&value) // NOLINT: implicit on purpose, `return value;`
        : m_state(std::in_place_index<0>, std::forward<U>(value))
    {
    }
    template<class G>
        requires std::is_constructible_v<E, G>
    Result(Failure<G> failure) // NOLINT: implicit on purpose, `return Failure{...};`
        : m_state(std::in_place_index<1>, std::move(failure.error))
    {
    }

    bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    /// Precondition for the four accessors below: hasValue().
    T &value() & { return assertValue(), *std::get_if<0>(&m_state); }
    const T &value() const & { return assertValue(), *std::get_if<0>(&m_state); }
    T &&value() && { return assertValue(), std::move(*std::get_if<0>(&m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    T valueOr(T other) const &
    {
        if (hasValue())
            return value();
        return other;
    }

    /// Precondition: !hasValue().
    const E &error() const { return assert(!hasValue()), *std::get_if<1>(&m_state); }
    E &error() { return assert(!hasValue()), *std::get_if<1>(&m_state); }

private:
    void assertValue() const { assert(hasValue()); }
    std::variant<T, E> m_state;
};

/// Success with nothing to hand over, or the reason: `return {};` is success.
template<class E>
class [[nodiscard]] Result<void, E>
{
public:
    using value_type = void;
    using error_type = E;

    Result() = default;
    template<class G>
        requires std::is_constructible_v<E, G>
    Result(Failure<G> failure) // NOLINT: implicit on purpose
        : m_error(std::move(failure.error))
    {
    }

    bool hasValue() const { return !m_error.has_value(); }
    explicit operator bool() const { return hasValue(); }
    const E &error() const { return assert(m_error), *m_error; }

private:
    std::optional<E> m_error;
};

} // namespace pennypost
