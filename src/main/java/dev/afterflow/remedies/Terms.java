package dev.afterflow.remedies;

/**
 * What a shop reckons with when it weighs remedies and freights.
 *
 * @param freight what one parcel costs the shop, in minor units of its currency
 * @param goodsPercent what a piece costs the shop of the price it was sold at
 * @param resalePercent what faulty goods that come back are still worth of their cost; sound goods are worth all of it
 * @param returnCostTold whether buyers are told before the sale that they bear the way back (2011/83/EU, article 14)
 * @param freightInsured whether the way back is insured
 * @param fullFreightPromised whether the shop promised to bear the whole way back
 * @param returnsElsewhere whether goods go back to another place than the one the shop's listings name as theirs; the difference in
 *        freight is the shop's then (Taobao dispute rules 46-50)
 * @param promisedTimes the multiple the shop promised for a fake, 0 for none; it binds (SPC rules, article 10)
 */
record Terms(long freight, int goodsPercent, int resalePercent, boolean returnCostTold, boolean freightInsured,
             boolean fullFreightPromised, Boolean returnsElsewhere, int promisedTimes) {

    Terms {
        returnsElsewhere = Boolean.TRUE.equals(returnsElsewhere);
    }

    /** Until a shop says its own. */
    static final Terms DEFAULTS = new Terms(1_000, 60, 20, false, false, false, false, 0);
}
