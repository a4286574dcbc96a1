/// The software key: a PKCS#12 file that stands in for a U-key on PCs without SoftHSM2, for
/// practice only.
@NullMarked
package org.certassist.bridge.host.softkey;

import org.jspecify.annotations.NullMarked;
