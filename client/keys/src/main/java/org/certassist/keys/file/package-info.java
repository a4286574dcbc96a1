/// Keys in PKCS#12 files (RFC 7292), as some CAs issue them: opened here, without a host and
/// without a PIN.
///
/// [FileKeys] puts such files beside the keys of the drivers, [OneKeyFile] is one of them,
/// [KeyFileMemory] knows at the next start where they lie; [KeyFile] reads one, [Decryption] and
/// [PasswordDerivation] open it within bounds. Nothing is locked by a wrong password.
@NullMarked
package org.certassist.keys.file;

import org.jspecify.annotations.NullMarked;
