/// The key that lies open after one PIN: how long still, how often it has signed, and the button
/// that lets it go.
@NullMarked
package org.certassist.desktop.lease;

import org.jspecify.annotations.NullMarked;
