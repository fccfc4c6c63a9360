package dev.afterflow.returns;

import dev.afterflow.cases.Cases;
import dev.afterflow.platforms.PlatformAnswered.Said;
import dev.afterflow.platforms.Platforms;
import dev.afterflow.security.Problem;
import dev.afterflow.words.Vocabulary;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a marketplace takes no refusal of a request, nobody here gives one either. */
@Component
class MarketRule {

    private final Cases cases;
    private final Platforms platforms;

    MarketRule(Cases cases, Platforms platforms) {
        this.cases = cases;
        this.platforms = platforms;
    }

    private Optional<Said> against(String caseNumber) {
        return cases.asked(caseNumber).stream().flatMap(each -> platforms.mayNotRefuse(each.shop(), each.source(), each.externalId()).stream()).findFirst();
    }

    /** Why a refusal is not taken, in the reader's words; empty where it is. */
    String note(String caseNumber) {
        return against(caseNumber).map(why -> Vocabulary.chinese() ? why.zh() : why.en()).orElse("");
    }

    /** {@link Problem} 422 on this field, unless the marketplace takes a refusal. */
    void demandRefusable(String caseNumber, String field) {
        against(caseNumber).ifPresent(why -> {
            throw Problem.invalid(field, "marketplaceForbids", why.zh() + "。请同意，或与买家协商后由买家撤销申请",
                    why.en() + ". Agree to it, or settle it with the buyer, who may take it back");
        });
    }
}
