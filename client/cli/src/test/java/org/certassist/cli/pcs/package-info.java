/// Whole Windows PCs, recorded as folders and looked at as `doctor` looks at one.
@NullMarked
package org.certassist.cli.pcs;

import org.jspecify.annotations.NullMarked;
