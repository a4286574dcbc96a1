/// Small real things that core's tests share: kinds, drafts written as one line of text, fakes of
/// the ports.
@NullMarked
package org.certassist.core.testing;

import org.jspecify.annotations.NullMarked;
