/// Installers of drivers on this PC: the folder that IT's policy names, the private folder that
/// they are started from, and how this system starts one.
@NullMarked
package org.certassist.platform.installer;

import org.jspecify.annotations.NullMarked;
