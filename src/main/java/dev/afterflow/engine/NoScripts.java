package dev.afterflow.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Answers every request for a script language with a refusal, in processes and in decision tables. */
class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw refused(factory.getLanguageName());
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw refused("any");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw refused(language);
    }

    private static ProcessEngineException refused(String language) {
        return new ProcessEngineException("Scripts are not run here, whatever their language (asked for: " + language + ")");
    }
}
