/// Whole pictures as they should read.
extension GoldenReports {
  /// Clustering in a made-up world.
  static let clusteringPlot = """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" width="900" height="600" viewBox="0 0 900 600" role="img" aria-labelledby="title desc" font-family="sans-serif">
     <title id="title">How often an account's friends know each other</title>
     <desc id="desc">of the pairs of friends of somebody with a typical number of friends (20), 15 % are friends themselves; published are 14 %. The more friends, the fewer of them know each other, as published. Drawn: mean share of the pairs of an account's friends who are friends themselves, by its number of friends; of at most 1,000 accounts a point. The band is two standard errors to each side, accounts of one school year, workplace or household taken together; points of a single such group have none. Published: Ugander et al. 2011, Fig. 4, in a report of it: 14 % of the pairs of friends of the median user are friends, and fewer at higher degrees; small worlds have more [FOUND2]. Invented world, no real person or account: A made-up town, seed 7; platform main, 10,000 accounts, 214,430 friendships; Tocsin 0.1.0.</desc>
     <rect x="0" y="0" width="900" height="600" fill="#ffffff"/>
     <text x="28" y="36" font-size="20" fill="#1f2933" font-weight="bold">How often an account's friends know each other</text>
     <text x="28" y="62" font-size="14" fill="#1f2933">What to see: of the pairs of friends of somebody with a typical number of friends (20), 15 % are friends themselves;</text>
     <text x="28" y="80" font-size="14" fill="#1f2933">published are 14 %. The more friends, the fewer of them know each other, as published.</text>
     <line x1="104" y1="444" x2="104" y2="98" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="270.7" y1="444" x2="270.7" y2="98" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="491.07" y1="444" x2="491.07" y2="98" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="657.77" y1="444" x2="657.77" y2="98" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="824.48" y1="444" x2="824.48" y2="98" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="104" y1="444" x2="852" y2="444" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="104" y1="374.8" x2="852" y2="374.8" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="104" y1="305.6" x2="852" y2="305.6" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="104" y1="236.4" x2="852" y2="236.4" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="104" y1="167.2" x2="852" y2="167.2" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="104" y1="98" x2="852" y2="98" stroke="#e4e7eb" stroke-width="1"/>
     <path d="M104 98L104 444L852 444" fill="none" stroke-linejoin="round" stroke="#52606d" stroke-width="1"/>
     <text x="104" y="462" font-size="12" fill="#52606d" text-anchor="middle">1</text>
     <text x="270.7" y="462" font-size="12" fill="#52606d" text-anchor="middle">2</text>
     <text x="491.07" y="462" font-size="12" fill="#52606d" text-anchor="middle">5</text>
     <text x="657.77" y="462" font-size="12" fill="#52606d" text-anchor="middle">10</text>
     <text x="824.48" y="462" font-size="12" fill="#52606d" text-anchor="middle">20</text>
     <text x="478" y="484" font-size="13" fill="#1f2933" text-anchor="middle">Friends of an account</text>
     <text x="96" y="448" font-size="12" fill="#52606d" text-anchor="end">0 %</text>
     <text x="96" y="378.8" font-size="12" fill="#52606d" text-anchor="end">10 %</text>
     <text x="96" y="309.6" font-size="12" fill="#52606d" text-anchor="end">20 %</text>
     <text x="96" y="240.4" font-size="12" fill="#52606d" text-anchor="end">30 %</text>
     <text x="96" y="171.2" font-size="12" fill="#52606d" text-anchor="end">40 %</text>
     <text x="96" y="102" font-size="12" fill="#52606d" text-anchor="end">50 %</text>
     <text x="42" y="271" font-size="13" fill="#1f2933" text-anchor="middle" transform="rotate(-90 42 271)">Pairs of friends who are friends</text>
     <line x1="824.48" y1="444" x2="824.48" y2="118" stroke="#52606d" stroke-width="1" stroke-dasharray="2 4"/>
     <text x="824.48" y="112" font-size="12" fill="#52606d" text-anchor="middle" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">median: 20</text>
     <rect x="770.81" y="236.4" width="81.19" height="138.4" fill="#f6e3bf" fill-opacity="0.8" stroke="#d55e00" stroke-width="1.5" stroke-dasharray="3 3"/>
     <path d="M270.7 167.2L818.39 340.2L818.39 340.2L270.7 305.6Z" fill="#0b4f8a" fill-opacity="0.22"/>
     <path d="M270.7 236.4L818.39 340.2" fill="none" stroke-linejoin="round" stroke="#0b4f8a" stroke-width="2.5"/>
     <circle cx="270.7" cy="236.4" r="4" fill="#0b4f8a" stroke="#ffffff" stroke-width="1"/>
     <circle cx="818.39" cy="340.2" r="4" fill="#0b4f8a" stroke="#ffffff" stroke-width="1"/>
     <path d="M824.48 338.67L832.93 347.12L824.48 355.57L816.03 347.12Z" fill="#d55e00"/>
     <rect x="586.72" y="108" width="253.28" height="72" fill="#ffffff" fill-opacity="0.9" stroke="#e4e7eb" stroke-width="1"/>
     <line x1="596.72" y1="124" x2="630.72" y2="124" stroke="#0b4f8a" stroke-width="2.5"/>
     <circle cx="613.72" cy="124" r="4" fill="#0b4f8a" stroke="#ffffff" stroke-width="1"/>
     <text x="638.72" y="128" font-size="12" fill="#1f2933">this world</text>
     <path d="M613.72 138.8L618.92 144L613.72 149.2L608.52 144Z" fill="#d55e00"/>
     <text x="638.72" y="148" font-size="12" fill="#1f2933">published, at the median: 14 %</text>
     <rect x="600.72" y="158" width="26" height="12" fill="#f6e3bf" stroke="#d55e00" stroke-width="1.5" stroke-dasharray="3 3"/>
     <text x="638.72" y="168" font-size="12" fill="#1f2933">accepted there: 10 % to 30 %</text>
     <text x="28" y="516" font-size="11" fill="#52606d">Drawn: mean share of the pairs of an account's friends who are friends themselves, by its number of friends; of at most 1,000 accounts a point.</text>
     <text x="28" y="530" font-size="11" fill="#52606d">The band is two standard errors to each side, accounts of one school year, workplace or household taken together; points of a single such group</text>
     <text x="28" y="544" font-size="11" fill="#52606d">have none.</text>
     <text x="28" y="558" font-size="11" fill="#52606d">Published: Ugander et al. 2011, Fig. 4, in a report of it: 14 % of the pairs of friends of the median user are friends, and fewer at higher degrees;</text>
     <text x="28" y="572" font-size="11" fill="#52606d">small worlds have more [FOUND2].</text>
     <text x="28" y="586" font-size="11" fill="#52606d">Invented world, no real person or account: A made-up town, seed 7; platform main, 10,000 accounts, 214,430 friendships; Tocsin 0.1.0.</text>
    </svg>

    """
}
