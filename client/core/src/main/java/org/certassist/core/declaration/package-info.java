/// What a clerk files: kinds and their columns, the cells she typed, the declaration's id and its
/// stages.
@NullMarked
package org.certassist.core.declaration;

import org.jspecify.annotations.NullMarked;
