/// Signing and sending: what is signed, the PIN, progress, the portal's answer.
@NullMarked
package org.certassist.desktop.send;

import org.jspecify.annotations.NullMarked;
