/// Tests of keys in PKCS#12 files, with files that openssl, keytool and Bouncy Castle made.
@NullMarked
package org.certassist.keys.file;

import org.jspecify.annotations.NullMarked;
