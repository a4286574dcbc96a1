package org.certassist.keys.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The contract on SoftHSM2.
class SoftHsmContractTest extends KeyContract {
  SoftHsmContractTest(@TempDir Path folder) throws Exception {
    super(SoftHsmModule.direct(folder));
  }
}
