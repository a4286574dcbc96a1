package org.certassist.practice.portal;

/// What a step gave: its value, or the problem that ends the request.
sealed interface Outcome<T> {
  record Fine<T>(T value) implements Outcome<T> {}

  record Refused<T>(Problem problem) implements Outcome<T> {}
}
