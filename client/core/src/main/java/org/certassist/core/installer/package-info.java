/// Installers of drivers that a signed catalogue vouches for: where one is to be had, and how it is
/// brought here, checked and started.
@NullMarked
package org.certassist.core.installer;

import org.jspecify.annotations.NullMarked;
