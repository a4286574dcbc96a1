/// The port to paper: the forms that a counter takes, made of a checked declaration.
@NullMarked
package org.certassist.core.paper;

import org.jspecify.annotations.NullMarked;
