/// A key's PIN: the field it is typed in, the dialog that checks, changes or unblocks it, and what
/// its state means. Start with [org.certassist.desktop.pin.PinViewModel].
@NullMarked
package org.certassist.desktop.pin;

import org.jspecify.annotations.NullMarked;
