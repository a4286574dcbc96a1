/// What is wrong with this PC, this key, this certificate: small checks with prerequisites, so that
/// a cause is named once and its consequences are not.
///
/// [Cause] names what can be wrong; what to do about it, and who must, stands in the knowledge file
/// under the same id.
@NullMarked
package org.certassist.core.diagnosis;

import org.jspecify.annotations.NullMarked;
