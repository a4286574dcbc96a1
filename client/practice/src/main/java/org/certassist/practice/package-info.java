/// TODO
@NullMarked
package org.certassist.practice;

import org.jspecify.annotations.NullMarked;
