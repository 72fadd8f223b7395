/// Why a run's file could not be written or read.
///
/// Each case carries the evidence; `description` says what to do about it.
public enum StorageError: Error, Equatable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// The path leads to a folder, a device or a pipe.
  case notAFile(path: String)
  /// The file is empty or no SQLite database.
  case notSQLite(path: String)
  /// The file is an SQLite database that some other program made.
  case notARun(path: String, applicationID: UInt32)
  /// A later Tocsin made the file.
  case newerVersion(path: String, version: Int, supported: Int)
  /// The run that should have filled the file has not finished it.
  case incomplete(path: String)
  /// The file is cut short or its content contradicts itself.
  case corrupt(path: String, detail: String)
  /// The folder that should hold the file does not exist.
  case folderMissing(path: String, folder: String)
  /// The folder that should hold the file cannot be written to.
  case folderNotWritable(path: String, folder: String, detail: String)
  /// The file exists, is no run's, and so is not replaced.
  case wouldReplaceForeignFile(path: String)
  /// The file exists and is a database, which no text replaces.
  case wouldReplaceDatabase(path: String)
  /// The file exists, and nothing is to take its place.
  case alreadyThere(path: String)
  /// Something that is no folder lies where one is to be filled.
  case notAFolder(path: String)
  /// Another run is writing to the same output.
  case beingWritten(path: String)
  /// The unfinished run that is to be gone on with is of something else.
  case otherDraft(path: String, difference: String)
  /// The unfinished run that is to be gone on with is damaged, or another build's.
  case draftDamaged(path: String)
  /// Another program holds the file locked.
  case busy(path: String)
  /// The file may not be changed.
  case readOnly(path: String)
  /// The file was replaced or removed while it was open.
  case replaced(path: String)
  /// No room is left where the file is.
  case diskFull(path: String)
  /// A constraint of the schema refused a row.
  case refused(path: String, detail: String)
  /// The file holds no replay of that number.
  case noReplay(path: String, replay: Int, stored: Int)
  /// The run has no account of that number.
  case noAccount(path: String, account: Int, accounts: Int)
  /// The file is a copy without the truth, and the truth was asked for.
  case blind(path: String)
  /// The output is the file that is to be exported.
  case overSource(path: String)
  /// Somebody asked to stop; nothing is left of what was written.
  case stopped(path: String)
  /// The system or SQLite failed in a way none of the other cases name.
  case failed(path: String, detail: String)
}

extension StorageError {
  /// Whether another path or another file would have done, rather than another day or machine.
  public var isBadInput: Bool {
    switch self {
    case .missing, .notAFile, .notSQLite, .notARun, .newerVersion, .incomplete, .corrupt,
      .folderMissing, .folderNotWritable, .wouldReplaceForeignFile, .readOnly, .noReplay,
      .noAccount, .blind, .overSource, .wouldReplaceDatabase, .alreadyThere, .notAFolder,
      .otherDraft, .draftDamaged:
      true
    case .beingWritten, .busy, .replaced, .diskFull, .refused, .stopped, .failed: false
    }
  }
}

extension StorageError: CustomStringConvertible {
  /// What happened, to which file, and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no such file; check the path, or make it with `tocsin run`"
    case .notAFile(let path):
      "\(path): this is a folder or a device, and a file was expected; name a file"
    case .notSQLite(let path):
      "\(path): this is not an SQLite database; name a file that `tocsin run` made"
    case .notARun(let path, let applicationID):
      "\(path): this database was not made by Tocsin (application id \(applicationID), expected "
        + "\(FileSignature.applicationID)); name a file that `tocsin run` made"
    case .newerVersion(let path, let version, let supported):
      "\(path): the file has format \(version) and this Tocsin reads formats up to \(supported); "
        + "use a newer Tocsin"
    case .incomplete(let path):
      "\(path): the run that was writing this file has not finished it; wait for it, or run the "
        + "scenario again"
    case .corrupt(let path, let detail):
      "\(path): the file is damaged (\(detail)); run the scenario again or restore a copy"
    case .folderMissing(let path, let folder):
      "\(path): the folder \(folder) does not exist; make it or name another output"
    case .folderNotWritable(let path, let folder, let detail):
      "\(path): nothing can be written in the folder \(folder) (\(detail)); change its permissions "
        + "or name another output"
    case .wouldReplaceForeignFile(let path):
      "\(path): this existing file is not a run of Tocsin and is left alone; name another output "
        + "or remove the file"
    case .wouldReplaceDatabase(let path):
      "\(path): this existing file is a database and is left alone; name another output or remove "
        + "the file"
    case .alreadyThere(let path):
      "\(path): this file exists already and is left alone; name another output or remove the file"
    case .notAFolder(let path):
      "\(path): this is a file, and the format takes a folder; name a folder"
    case .beingWritten(let path):
      "\(path): another run is writing this output; wait for it or name another output"
    case .otherDraft(let path, let difference):
      "\(path).partial: the unfinished run there is another one (\(difference)); go on with the "
        + "command that began it, or leave out --resume to begin again"
    case .draftDamaged(let path):
      "\(path).partial: the unfinished run there cannot be gone on with: it is damaged, or another "
        + "build of Tocsin left it; leave out --resume to begin again"
    case .busy(let path):
      "\(path): another program holds the file locked; close it and try again"
    case .readOnly(let path):
      "\(path): the file is read-only; change its permissions or work on a copy"
    case .replaced(let path):
      "\(path): the file was replaced or removed while it was in use; try again"
    case .diskFull(let path):
      "\(path): no room is left there; free some space or name an output elsewhere"
    case .refused(let path, let detail):
      "\(path): a row breaks a rule of the database (\(detail)); this is a defect of Tocsin, "
        + "please report it"
    case .noReplay(let path, let replay, let stored):
      "\(path): there is no replay \(replay), the file holds \(stored); make one with "
        + "`tocsin replay`"
    case .noAccount(let path, let account, let accounts):
      "\(path): there is no account \(account), expected a number from 0 to \(accounts - 1)"
    case .blind(let path):
      "\(path): this is a copy without the truth, as handed out for a blind challenge; name the "
        + "file that it was made from"
    case .overSource(let path):
      "\(path): this is the file that is to be exported; name another output"
    case .stopped(let path):
      "\(path): stopped; nothing was left half-written"
    case .failed(let path, let detail):
      "\(path): \(detail)"
    }
  }
}
