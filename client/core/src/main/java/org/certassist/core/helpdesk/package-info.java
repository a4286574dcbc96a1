/// What leaves for the helpdesk, and how it gets there: a code to read out on the phone, a bundle
/// of redacted lines, and the log that both are taken from.
///
/// Nothing here names anybody: `PhoneCode` has no room for it, and a `Bundle` is made of lines that
/// went through the `Redactor`.
@NullMarked
package org.certassist.core.helpdesk;

import org.jspecify.annotations.NullMarked;
