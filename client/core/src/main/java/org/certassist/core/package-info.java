/// TODO
@NullMarked
package org.certassist.core;

import org.jspecify.annotations.NullMarked;
