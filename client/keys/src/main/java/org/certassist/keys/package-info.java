/// Keys and what is on them: `bridge` starts hosts and signs through them, `file` opens PKCS#12
/// files, `certificate` reads and judges X.509, `cms` makes and verifies signatures.
@NullMarked
package org.certassist.keys;

import org.jspecify.annotations.NullMarked;
