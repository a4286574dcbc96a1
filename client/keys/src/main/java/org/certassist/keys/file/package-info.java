/// Keys in PKCS#12 files (RFC 7292), as some CAs issue them: opened here, without a host and
/// without a PIN.
///
/// [FileKeys] puts such a file beside the keys of the drivers; [KeyFile] reads it, [Decryption] and
/// [PasswordDerivation] open it within bounds. Nothing is locked by a wrong password.
@NullMarked
package org.certassist.keys.file;

import org.jspecify.annotations.NullMarked;
