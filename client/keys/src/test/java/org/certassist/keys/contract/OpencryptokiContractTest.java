package org.certassist.keys.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The contract on openCryptoki's soft token.
class OpencryptokiContractTest extends KeyContract {
  OpencryptokiContractTest(@TempDir Path folder) throws Exception {
    super(new Opencryptoki(folder));
  }
}
