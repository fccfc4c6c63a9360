package dev.afterflow.remedies;

import dev.afterflow.remedies.Liability.Freight;
import dev.afterflow.remedies.Liability.Party;
import dev.afterflow.remedies.Liability.Payer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the tables {@code freight-payer} and {@code freight-adjustment} ask, and how their answers go together. */
final class FreightRule {

    private FreightRule() {
    }

    static Map<String, Object> facts(Circumstances known, Party party) {
        boolean collect = known.scans().stream().anyMatch(scan -> scan.words() != null && scan.words().contains("到付"));
        Map<String, Object> facts = new HashMap<>();
        facts.put("jurisdiction", known.shop().jurisdiction());
        facts.put("remedy", known.asked().kind().name());
        facts.put("liableParty", party.name());
        facts.put("freeShipping", known.order().freeShipping());
        facts.put("freeShippingLost", known.order().losesFreeShipping(known.asked().pieces()));
        facts.put("returnCostTold", known.terms().returnCostTold());
        facts.put("dispatchedCollect", collect && known.order().freeShipping());
        facts.put("addressDiffers", known.terms().returnsElsewhere());
        facts.put("insured", known.terms().freightInsured());
        facts.put("fullFreightPromised", known.terms().fullFreightPromised());
        return facts;
    }

    static Freight of(String outbound, String wayBack, String replacement) {
        return new Freight(payer(outbound), payer(wayBack), payer(replacement));
    }

    /**
     * What the shop bears in any case it bears; else the insurer comes before the base. A share of the rest changes who pays
     * first only where it is all.
     */
    static Freight adjusted(Freight base, List<Map<String, Object>> adjustments) {
        return new Freight(adjusted(base.outbound(), "outbound", adjustments), adjusted(base.wayBack(), "return", adjustments),
                base.replacement());
    }

    private static Payer adjusted(Payer base, String leg, List<Map<String, Object>> adjustments) {
        if (base == Payer.SELLER || says(leg, "seller", "all", adjustments)) {
            return Payer.SELLER;
        }
        return says(leg, "insurer", "firstWeight", adjustments) ? Payer.INSURER : base;
    }

    private static boolean says(String leg, String payer, String share, List<Map<String, Object>> adjustments) {
        return adjustments.stream().anyMatch(row -> leg.equals(row.get("leg")) && payer.equals(row.get("payer")) && share.equals(row.get("share")));
    }

    private static Payer payer(String word) {
        return Payer.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
