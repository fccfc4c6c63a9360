package dev.afterflow.remedies;

import dev.afterflow.money.Money;
import dev.afterflow.remedies.Remedies.Offer;
import dev.afterflow.remedies.Remedies.Option;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Liability, options and offer of a case as the case screen shows them; null for what is not there yet. */
record RemedyView(Judged liability, Claim recourse, List<Choosable> options, Offered offer) {

    record Judged(String reasonType, Liability.State state, Liability.Party party, String basisZh, String basisEn, boolean clear,
                  String outboundFreightPayer, String returnFreightPayer, String by, String byName, Instant at) {

        static Judged of(Liability known) {
            Liability.Freight freight = known.freight();
            return new Judged(known.reasonType(), known.state(), known.party(), known.basisZh(), known.basisEn(),
                    known.party() != null && known.party() != Liability.Party.UNCLEAR,
                    freight == null ? null : word(freight.outbound()), freight == null ? null : word(freight.wayBack()),
                    known.by(), known.byName(), known.at());
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What may be claimed from others; several suppliers are named together. */
    record Claim(Liability.Party party, String name, String waybill, Money amount, String state, String reasonZh, String reasonEn) {

        static Claim of(List<Recourses.Recourse> claims) {
            if (claims.isEmpty()) {
                return null;
            }
            Recourses.Recourse first = claims.get(0);
            return new Claim(first.party(), claims.stream().map(Recourses.Recourse::name).collect(Collectors.joining("、")), first.waybill(),
                    claims.stream().map(Recourses.Recourse::amount).reduce(Money::plus).orElseThrow(), first.state(), first.reasonZh(), first.reasonEn());
        }
    }

    record Choosable(String code, String remedy, String amountRule, String titleZh, String titleEn, int rank, Money cost, Money gets,
                     Money least, Money most, boolean reviewed, String groundZh, String groundEn, boolean offered) {

        static Choosable of(Option option, boolean offered) {
            return new Choosable(option.code(), option.remedy(), option.amountRule(), option.titleZh(), option.titleEn(), option.rank(),
                    option.cost(), option.gets(), option.least(), option.most(), option.needsReview(), option.groundZh(), option.groundEn(), offered);
        }
    }

    record Offered(Offer.State state, List<String> codes, List<Remedies.Line> lines, Instant offeredAt, Instant answerBy, int reminders,
                   String chosen, String chosenBy, Instant chosenAt) {

        static Offered of(Offer offer) {
            return new Offered(offer.state(), offer.lines().stream().map(Remedies.Line::code).toList(), offer.lines(), offer.offeredAt(),
                    offer.answerBy(), offer.reminders(), offer.chosen(),
                    offer.chosenBy() == null ? null : offer.chosenBy().name().toLowerCase(Locale.ROOT), offer.chosenAt());
        }
    }

    static RemedyView of(Optional<Liability> liability, List<Recourses.Recourse> claims, List<Option> options, Optional<Offer> offer) {
        return new RemedyView(liability.map(Judged::of).orElse(null), Claim.of(claims), options.stream()
                .map(option -> Choosable.of(option, offer.flatMap(latest -> latest.line(option.code())).isPresent())).toList(),
                offer.map(Offered::of).orElse(null));
    }
}
