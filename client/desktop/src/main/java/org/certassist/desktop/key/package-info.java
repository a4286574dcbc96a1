/// The left side of the window: which U-key is there, whose certificate it holds, what its status
/// and PIN state mean.
@NullMarked
package org.certassist.desktop.key;

import org.jspecify.annotations.NullMarked;
