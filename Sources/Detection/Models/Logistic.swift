import RealModule

/// The logistic function.
public enum Logistic {
  /// 1 / (1 + exp(-x)), from 0 to 1, without overflow.
  public static func probability(_ logOdds: Double) -> Double {
    if logOdds >= 0 { return 1 / (1 + Double.exp(-logOdds)) }
    let odds = Double.exp(logOdds)
    return odds / (1 + odds)
  }
}
