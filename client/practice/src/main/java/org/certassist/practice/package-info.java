/// Training mode on one PC: a practice CA, a practice key and a practice portal that really
/// verifies and really stores. Start at [org.certassist.practice.PracticeHome]; what can be
/// provoked with which data is in docs/practice.md.
@NullMarked
package org.certassist.practice;

import org.jspecify.annotations.NullMarked;
