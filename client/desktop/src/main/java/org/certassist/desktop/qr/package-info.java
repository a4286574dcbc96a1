/// QR codes by ZXing, and nothing of the window: the command line draws them too.
@NullMarked
package org.certassist.desktop.qr;

import org.jspecify.annotations.NullMarked;
