/// Drivers as a helpdesk sees them: the products of the catalogue, what is plugged in, what lies on
/// the disk, and why a driver cannot be used.
@NullMarked
package org.certassist.core.driver;

import org.jspecify.annotations.NullMarked;
