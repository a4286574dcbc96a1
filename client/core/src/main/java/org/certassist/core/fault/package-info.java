/// What can go wrong, as values: every exception a user can meet carries a `Fault` with an id and
/// data, never a sentence.
@NullMarked
package org.certassist.core.fault;

import org.jspecify.annotations.NullMarked;
