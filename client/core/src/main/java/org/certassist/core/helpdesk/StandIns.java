package org.certassist.core.helpdesk;

/// What is written in the place of something that is hidden.
@FunctionalInterface
interface StandIns {
  String of(Secrecy kind, String value);
}
