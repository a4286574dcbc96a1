/// The place of the drivers: what is plugged in, what it needs, what is there, and how a driver is
/// installed.
@NullMarked
package org.certassist.desktop.driver;

import org.jspecify.annotations.NullMarked;
