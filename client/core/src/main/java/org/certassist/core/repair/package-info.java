/// What the program can do about a cause by itself, and how it is taken back.
@NullMarked
package org.certassist.core.repair;

import org.jspecify.annotations.NullMarked;
