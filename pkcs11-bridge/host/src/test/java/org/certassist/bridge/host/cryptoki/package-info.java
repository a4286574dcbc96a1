/// Layouts, texts and numbers of PKCS#11.
@NullMarked
package org.certassist.bridge.host.cryptoki;

import org.jspecify.annotations.NullMarked;
