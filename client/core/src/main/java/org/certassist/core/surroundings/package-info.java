/// What lies around the program and the keys on a PC and can stand in their way: devices in
/// trouble, the system's certificate store, browsers under policies, other assistants, the
/// program's own files.
@NullMarked
package org.certassist.core.surroundings;

import org.jspecify.annotations.NullMarked;
