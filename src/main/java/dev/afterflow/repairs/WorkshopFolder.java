package dev.afterflow.repairs;

import dev.afterflow.repairs.WorkshopView.Owed;
import dev.afterflow.repairs.WorkshopView.RepairView;
import dev.afterflow.repairs.WorkshopView.ShortageView;
import dev.afterflow.words.Vocabulary;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the case page shows of this room. */
@Component
@Transactional(readOnly = true)
class WorkshopFolder {

    private final JdbcShortages shortages;
    private final JdbcRepairs repairs;
    private final JdbcSpares spares;
    private final Matters matters;
    private final Recoveries recoveries;

    WorkshopFolder(JdbcShortages shortages, JdbcRepairs repairs, JdbcSpares spares, Matters matters, Recoveries recoveries) {
        this.shortages = shortages;
        this.repairs = repairs;
        this.spares = spares;
        this.matters = matters;
        this.recoveries = recoveries;
    }

    WorkshopView open(String caseNumber) {
        return new WorkshopView(shortages.find(caseNumber).map(this::shortage).orElse(null),
                repairs.find(caseNumber).map(this::repair).orElse(null));
    }

    private ShortageView shortage(Shortage known) {
        Weighing weighing = matters.weighing(matters.of(known.caseNumber()).order());
        List<Owed> owed = recoveries.of(known.caseNumber()).stream().map(each -> new Owed(each.party().name(), each.name(), each.amount(), each.state())).toList();
        Shortage.Party party = known.party() != null ? known.party() : known.found() == null ? null : known.found().party();
        String basis = known.found() == null ? null : known.found().basis();
        return new ShortageView(known.state().name(), known.claim().name(), party == null ? null : party.name(), known.party() != null,
                Vocabulary.half(basis, true), Vocabulary.half(basis, false), known.remedy() == null ? null : Rows.word(known.remedy()), known.amount(),
                weighing.packingWords(true), weighing.packingWords(false), weighing.weightWords(true), weighing.weightWords(false), owed);
    }

    private RepairView repair(Repair known) {
        Repair.Bench bench = known.bench();
        Repair.Quote quote = known.quote();
        Spare spare = spares.find(known.caseNumber()).orElse(null);
        boolean proving = known.place() == Repair.Place.SENT_BACK && known.fixed() && known.ended() == null;
        return new RepairView(known.place().name(), known.cover(), Vocabulary.half(known.coverBasis(), true), Vocabulary.half(known.coverBasis(), false), known.claim(),
                Vocabulary.half(known.claimBasis(), true), Vocabulary.half(known.claimBasis(), false), bench.found() == null ? null : bench.found().name(), bench.faultWords(),
                bench.serialIn(), bench.serialOut(), bench.spareSerial(),
                spare == null ? null : spare.state().name(), spare == null ? null : spare.by(), known.failures(), known.repairs(), known.repairBy(), known.provedBy(),
                quote == null ? null : quote.price(), quote == null ? null : quote.state().name(), quote == null ? null : quote.until(),
                repairs.costs(known.caseNumber()), proving);
    }
}
