package dev.afterflow.claims;

import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of fileClaimByHand: a person lays it before the carrier in its portal and says what it answered. */
@Component
class FileClaimByHandDesk extends ClaimDesk {

    private final ClaimFiling filing;
    private final Typing typing;

    FileClaimByHandDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper, ClaimFiling filing, Typing typing) {
        super(claims, process, paper);
        this.filing = filing;
        this.typing = typing;
    }

    @Override
    public String task() {
        return "fileClaimByHand";
    }

    @Override
    Map<String, Object> shown(ClaimView claim) {
        JdbcFilings.Filing draft = filing.draft(claim.claimNo());
        return Map.of("number", draft.number(), "paste", draft.words(), "kind", ClaimWords.of(draft.kind(), Vocabulary.chinese()));
    }

    @Override
    Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who) {
        Date by = Date.from(filing.file(claim.claimNo()));
        typing.received(claim.claimNo(), text(input, "reference"), text(input, "note"));
        return Map.of(CarrierClaimProcess.BY, by);
    }
}
