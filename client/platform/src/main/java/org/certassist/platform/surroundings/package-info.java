/// What lies around the program, as Windows and Linux tell it: problem codes of devices, policies,
/// the certificate store, installed programs, the program's own package.
@NullMarked
package org.certassist.platform.surroundings;

import org.jspecify.annotations.NullMarked;
