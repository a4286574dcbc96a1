/// The practice CA: one root, one issuing CA, and every certificate that practice needs, made once
/// and found again. Its code shares nothing with the client's.
@NullMarked
package org.certassist.practice.ca;

import org.jspecify.annotations.NullMarked;
