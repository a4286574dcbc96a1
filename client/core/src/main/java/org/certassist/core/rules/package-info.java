/// The checks a declaration passes before it may be signed; `RuleBook` is the only maker of a
/// `CheckedDeclaration`.
@NullMarked
package org.certassist.core.rules;

import org.jspecify.annotations.NullMarked;
