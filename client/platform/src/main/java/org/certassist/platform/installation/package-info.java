/// What this PC keeps of a driver's installation: how far it has come, and when the PC was started.
@NullMarked
package org.certassist.platform.installation;

import org.jspecify.annotations.NullMarked;
